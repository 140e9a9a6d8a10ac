import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { EXERCISES } from "../../../src/course/exercises/manifest";
import { cpuPartsOfStudent, decoderPartsOfStudent } from "../../../src/course/exercises/mine";
import { COURSE_ROOT } from "../../../src/course/root";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import type { CpuParts } from "../../../src/machine/cpu/parts";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { STANDARD_PARTS } from "../../../src/machine/cpu/standard-parts";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { Decoder, standardDecoder } from "../../../src/machine/decoder/decoder";
import { standardParts } from "../../../src/machine/decoder/standard-parts";

const FIELD = "01-decoder/field.ts";
const ADDER = "02-cpu/add-with-carry.ts";

const partsIn = (chapter: string): string[] =>
  EXERCISES.filter(({ kind, file }) => kind === "part" && file.startsWith(`${chapter}/`)).map((row) => row.exports.name);

describe("--mine", () => {
  let dir: string;
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "o2p-mine-")); });
  afterEach(() => rmSync(dir, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }

  describe("a decoder of the student's parts", () => {
    it("has ours where there is none of theirs, or only the starter", async () => {
      cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
      const { parts, whose } = await decoderPartsOfStudent(dir);
      expect(parts).to.deep.equal(standardParts);
      expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
      expect(whose[0]).to.deep.equal({ part: "field", file: FIELD, mine: false });
    });

    it("is made of every solution, and disassembles", async () => {
      cpSync(join(COURSE_ROOT, "solutions"), dir, { recursive: true });
      const { parts, whose } = await decoderPartsOfStudent(dir);
      expect(whose.map(({ part }) => part)).to.deep.equal(partsIn("01-decoder"));
      expect(whose.every(({ mine }) => mine)).to.equal(true);
      expect(new Decoder(parts).disassemble(0x91000420)).to.equal("add\tx0, x1, #1");
    });

    it("is only as right as its parts: the answer of theirs shows", async () => {
      write(FIELD, "export const field = () => 1;");
      expect(new Decoder((await decoderPartsOfStudent(dir)).parts).disassemble(0x91000420)).not.to.equal("add\tx0, x1, #1");
    });

    const faults = [
      // the file                                                     what is said
      ["export const field = (",                                      "01-decoder/field.ts: cannot be loaded"],
      ["export const fild = 1;",                                      "01-decoder/field.ts: exports no function field"],
      ["throw new Error('early');",                                   "01-decoder/field.ts: cannot be loaded: early"],
    ] as const;
    for (const [text, said] of faults) {
      it(`says: ${said}`, async () => {
        write(FIELD, text);
        const fault: unknown = await decoderPartsOfStudent(dir).catch((thrown: unknown) => thrown);
        expect(fault).to.be.instanceOf(UserFault).with.property("message").that.includes(said);
      });
    }

    it("says whose fault it is when a part throws", async () => {
      write(FIELD, "export const field = () => { throw new Error('ouch'); };");
      const { parts } = await decoderPartsOfStudent(dir);
      expect(() => new Decoder(parts).disassemble(0x91000420)).to.throw(UserFault, "01-decoder/field.ts: field() threw: ouch");
    });
  });

  describe("a CPU of the student's parts", () => {
    /** X0 behind `adds x0, x1, x2` and `cset x3, cs`, with 1 and 2 in X1 and X2. */
    function sumOn(parts: CpuParts): readonly bigint[] {
      const physical = new PhysicalMemory(createMemory(PAGE), 0, PAGE);
      physical.write(0, new Assembler(standardDecoder()).assemble("adds x0, x1, x2\n cset x3, cs", 0n).bytes);
      const cpu = new Cpu({ physical, parts });
      cpu.state.x.set([1n, 2n], 1);
      cpu.run(2);
      return [cpu.state.x[0]!, cpu.state.x[3]!];
    }

    it("has ours where there is none of theirs, or only the starter", async () => {
      cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
      const { parts, whose } = await cpuPartsOfStudent(dir);
      expect(parts).to.deep.equal(STANDARD_PARTS);
      expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
    });

    it("is made of every solution, and every part of the interface has one", async () => {
      cpSync(join(COURSE_ROOT, "solutions"), dir, { recursive: true });
      const { parts, whose } = await cpuPartsOfStudent(dir);
      expect(whose.map(({ part }) => part)).to.deep.equal(partsIn("02-cpu")).and.to.have.members(Object.keys(STANDARD_PARTS));
      expect(whose.every(({ mine }) => mine)).to.equal(true);
      expect(sumOn(parts)).to.deep.equal([3n, 0n]);
    });

    it("is only as right as its parts: the answer of theirs shows", async () => {
      write(ADDER, "export const addWithCarry = () => ({ value: 42n, nzcv: 2n });");
      expect(sumOn((await cpuPartsOfStudent(dir)).parts)).to.deep.equal([42n, 1n]);
    });

    it("says whose fault it is when a part throws", async () => {
      write(ADDER, "export const addWithCarry = () => { throw new Error('ouch'); };");
      const { parts } = await cpuPartsOfStudent(dir);
      expect(() => sumOn(parts)).to.throw(UserFault, "02-cpu/add-with-carry.ts: addWithCarry() threw: ouch");
    });
  });
});
