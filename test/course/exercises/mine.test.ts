import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { EXERCISES } from "../../../src/course/exercises/manifest";
import { partsOfStudent } from "../../../src/course/exercises/mine";
import { COURSE_ROOT } from "../../../src/course/root";
import { Decoder } from "../../../src/machine/decoder/decoder";
import { standardParts } from "../../../src/machine/decoder/standard-parts";

const FIELD = "01-decoder/field.ts";

describe("a decoder of the student's parts", () => {
  let dir: string;
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "o2p-mine-")); });
  afterEach(() => rmSync(dir, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }

  it("has ours where there is none of theirs, or only the starter", async () => {
    cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
    const { parts, whose } = await partsOfStudent(dir);
    expect(parts).to.deep.equal(standardParts);
    expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
    expect(whose[0]).to.deep.equal({ part: "field", file: FIELD, mine: false });
  });

  it("is made of every solution, and disassembles", async () => {
    cpSync(join(COURSE_ROOT, "solutions"), dir, { recursive: true });
    const { parts, whose } = await partsOfStudent(dir);
    expect(whose.map(({ part }) => part)).to.deep.equal(EXERCISES.filter(({ kind }) => kind === "part").map((row) => row.exports.name));
    expect(whose.every(({ mine }) => mine)).to.equal(true);
    expect(new Decoder(parts).disassemble(0x91000420)).to.equal("add\tx0, x1, #1");
  });

  it("is only as right as its parts: the answer of theirs shows", async () => {
    write(FIELD, "export const field = () => 1;");
    expect(new Decoder((await partsOfStudent(dir)).parts).disassemble(0x91000420)).not.to.equal("add\tx0, x1, #1");
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
      const fault: unknown = await partsOfStudent(dir).catch((thrown: unknown) => thrown);
      expect(fault).to.be.instanceOf(UserFault).with.property("message").that.includes(said);
    });
  }

  it("says whose fault it is when a part throws", async () => {
    write(FIELD, "export const field = () => { throw new Error('ouch'); };");
    const { parts } = await partsOfStudent(dir);
    expect(() => new Decoder(parts).disassemble(0x91000420)).to.throw(UserFault, "01-decoder/field.ts: field() threw: ouch");
  });
});
