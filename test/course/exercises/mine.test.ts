import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { EXERCISES } from "../../../src/course/exercises/manifest";
import { cpuPartsOfStudent, decoderPartsOfStudent, exceptionPartsOfStudent, processorPartsOfStudent, systemPartsOfStudent } from "../../../src/course/exercises/mine";
import { COURSE_ROOT } from "../../../src/course/root";
import { FirstBoard, IMAGE_BASE } from "../../../src/machine/board/first-board";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import type { CpuParts } from "../../../src/machine/cpu/parts";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { STANDARD_PARTS } from "../../../src/machine/cpu/standard-parts";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { Decoder, standardDecoder } from "../../../src/machine/decoder/decoder";
import { standardParts } from "../../../src/machine/decoder/standard-parts";
import type { ProcessorParts } from "../../../src/machine/exceptions/processor";
import { STANDARD_EXCEPTION_PARTS } from "../../../src/machine/exceptions/standard-parts";
import { STANDARD_MMU_PARTS } from "../../../src/machine/mmu/standard-parts";
import type { SystemParts } from "../../../src/machine/sysregs/parts";
import { STANDARD_SYSTEM_PARTS } from "../../../src/machine/sysregs/standard-parts";
import { SystemRegisters } from "../../../src/machine/sysregs/system-registers";

const FIELD = "01-decoder/field.ts";
const ADDER = "02-cpu/add-with-carry.ts";
const WRITTEN = "03-system-registers/written.ts";
const VECTOR = "05-exceptions/vector.ts";

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

  describe("system registers of the student's parts", () => {
    /** CSSELR_EL1 behind a write of all ones; the manual gives it four bits. */
    const CSSELR_EL1 = { op0: 3, op1: 2, CRn: 0, CRm: 0, op2: 0 };

    function behindAWrite(parts: SystemParts): bigint {
      const cpu = new Cpu({ physical: new PhysicalMemory(createMemory(PAGE), 0, PAGE) });
      const system = new SystemRegisters(cpu, { parts });
      system.reset();
      system.write(CSSELR_EL1, 0xffff_ffff_ffff_ffffn);
      return system.read(CSSELR_EL1);
    }

    it("have ours where there is none of theirs, or only the starter", async () => {
      cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
      const { parts, whose } = await systemPartsOfStudent(dir);
      expect(parts).to.deep.equal(STANDARD_SYSTEM_PARTS);
      expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
    });

    it("are made of every solution, and every part of the interface has one", async () => {
      cpSync(join(COURSE_ROOT, "solutions"), dir, { recursive: true });
      const { parts, whose } = await systemPartsOfStudent(dir);
      expect(whose.map(({ part }) => part)).to.deep.equal(partsIn("03-system-registers")).and.to.have.members(Object.keys(STANDARD_SYSTEM_PARTS));
      expect(whose.every(({ mine }) => mine)).to.equal(true);
      expect(behindAWrite(parts)).to.equal(0xfn);
    });

    it("are only as right as their parts: the answer of theirs shows", async () => {
      write(WRITTEN, "export const written = () => 42n;");
      expect(behindAWrite((await systemPartsOfStudent(dir)).parts)).to.equal(42n);
    });

    it("say whose fault it is when a part throws", async () => {
      write(WRITTEN, "export const written = () => { throw new Error('ouch'); };");
      const { parts } = await systemPartsOfStudent(dir);
      expect(() => behindAWrite(parts)).to.throw(UserFault, "03-system-registers/written.ts: written() threw: ouch");
    });
  });

  describe("a processor of the student's parts", () => {
    /** What chapter 5's image prints; the transcript is QEMU's. */
    const TRANSCRIPT = readFileSync(join(COURSE_ROOT, "test/machine/exceptions/transcript.txt"), "utf8");
    const IMAGE = readFileSync(join(COURSE_ROOT, "chapters/05-exceptions/files/exceptions.s"), "utf8");

    function printedOn(parts: ProcessorParts): string {
      let printed = "";
      const board = new FirstBoard({ parts, print: (byte) => { printed += String.fromCharCode(byte); } });
      board.load(new Assembler(standardDecoder()).assemble(IMAGE, BigInt(IMAGE_BASE)).bytes);
      board.run(100_000);
      return printed;
    }

    it("has ours where there is none of theirs, or only the starter", async () => {
      cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
      const { parts, whose } = await processorPartsOfStudent(dir);
      expect(parts).to.deep.equal({ cpu: STANDARD_PARTS, system: STANDARD_SYSTEM_PARTS, mmu: STANDARD_MMU_PARTS, exceptions: STANDARD_EXCEPTION_PARTS });
      expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
    });

    it("is made of every solution of chapters 2 to 5, and makes every exception as QEMU does", async () => {
      cpSync(join(COURSE_ROOT, "solutions"), dir, { recursive: true });
      const { parts, whose } = await processorPartsOfStudent(dir);
      expect(whose.map(({ part }) => part)).to.deep.equal(["02-cpu", "03-system-registers", "04-mmu", "05-exceptions"].flatMap(partsIn));
      expect(whose.every(({ mine }) => mine)).to.equal(true);
      expect(printedOn(parts)).to.equal(TRANSCRIPT);
    });

    it("has parts of the exception model that are all in its interface", async () => {
      const { whose } = await exceptionPartsOfStudent(dir);
      expect(Object.keys(STANDARD_EXCEPTION_PARTS)).to.include.members(whose.map(({ part }) => part));
    });

    it("is only as right as its parts: the answer of theirs shows", async () => {
      write(VECTOR, "export const vectorOf = () => 0x4100_0000n;");
      expect(printedOn((await processorPartsOfStudent(dir)).parts)).not.to.equal(TRANSCRIPT);
    });

    it("says whose fault it is when a part throws", async () => {
      write(VECTOR, "export const vectorOf = () => { throw new Error('ouch'); };");
      const { parts } = await processorPartsOfStudent(dir);
      expect(() => printedOn(parts)).to.throw(UserFault, "05-exceptions/vector.ts: vectorOf() threw: ouch");
    });
  });
});
