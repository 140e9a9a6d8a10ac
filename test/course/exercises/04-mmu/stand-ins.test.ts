// What is asked of the stand-ins beside the way is no answer, but a sentence.

import { expect } from "chai";
import { watched } from "../../../../src/course/exercises/04-mmu/stand-ins/walk";
import { withStatus } from "../../../../src/course/exercises/04-mmu/stand-ins/par";
import type { MmuParts } from "../../../../src/machine/mmu/parts";
import type { VaRange } from "../../../../src/machine/mmu/regime";

const RANGE: VaRange = { half: "lower", TBI: false, EPD: false, inputBits: 39, isSizeLegal: true, granule: 12, startLevel: 1, table: 0x4100_0000 };
const STAND_INS = {
  indices: [1, 2, 3], memory: [[0x4100_0008, 0n]], ram: { base: 0x4000_0000, end: 0x8000_0000 },
  meanings: [[0n, 1, { kind: "invalid" }]], limited: "0".repeat(256),
} as const;

const on = (walk: MmuParts["walk"]): (() => unknown) => () => watched(walk)(0x4abcn, RANGE, 40, STAND_INS);

describe("Stand-ins for the parts of a walk", () => {
  it("answer what is on the way, and write down what is read", () => {
    const walk: MmuParts["walk"] = (va, { table }, _bits, read, { tableIndex, decodeDescriptor }) => {
      const bits = read(table + 8 * tableIndex(va, 1, 12, 39))!;
      return decodeDescriptor(bits, 1, 12).kind === "invalid" ? { kind: "translation", level: 1 } : { kind: "alignment" };
    };
    expect(on(walk)()).to.deep.equal({ found: { kind: "translation", level: 1 }, reads: [0x4100_0008], heard: [] });
  });

  it("know nothing but RAM", () => {
    const walk: MmuParts["walk"] = (_va, _range, _bits, read) => ({ kind: "external", level: Number(read(0x4000_0000)) + (read(0x8000_0000) === undefined ? 1 : 0) });
    expect(on(walk)()).to.deep.include({ found: { kind: "external", level: 1 } });
  });

  const refused = [
    // what is asked for
    [(parts: Parameters<MmuParts["walk"]>[4]) => parts.tableIndex(0x4abcn, 0, 12, 39),     "tableIndex(0x4abc, 0, 12, 39)"],
    [(parts: Parameters<MmuParts["walk"]>[4]) => parts.tableIndex(0x4abcn, 1, 14, 39),     "tableIndex(0x4abc, 1, 14, 39)"],
    [(parts: Parameters<MmuParts["walk"]>[4]) => parts.tableIndex(0x4abdn, 1, 12, 39),     "tableIndex(0x4abd, 1, 12, 39)"],
    [(parts: Parameters<MmuParts["walk"]>[4]) => parts.decodeDescriptor(0n, 2, 12),        "decodeDescriptor(0x0, 2, 12)"],
    [(parts: Parameters<MmuParts["walk"]>[4]) => parts.decodeDescriptor(1n, 1, 12),        "decodeDescriptor(0x1, 1, 12)"],
  ] as const;
  for (const [ask, said] of refused) {
    it(`refuse ${said}`, () => {
      expect(on((_va, _range, _bits, _read, parts) => { ask(parts); return { kind: "alignment" }; })).to.throw(said);
    });
  }

  it("say the status of the fault that there is, and of no other", () => {
    const fault = { kind: "translation", level: 2 } as const;
    expect(withStatus((result, status) => (result.kind === "found" ? 0n : BigInt(status(result))))(fault, 6)).to.equal(6n);
    expect(() => withStatus((_result, status) => BigInt(status({ kind: "alignment" })))(fault, 6)).to.throw("another fault");
  });
});
