// Room in a text: NOPs (0xd503201f) behind what never goes on - RET, ERET, B - which nobody comes to.

import { expect } from "chai";
import type { CompiledFunction } from "../../../src/compiler/back/compiled";
import { fillHoles, type Part, partsOf } from "../../../src/compiler/link/holes";
import { assembleLine } from "../../../src/machine/decoder/assembler";

const at = { file: "a.ts", line: 1, column: 1 };
const compiled = (symbol: string, words: readonly number[]): CompiledFunction => ({
  symbol, title: symbol, at, words: Uint32Array.from(words), lines: [], relocations: [], frameBytes: 0, prologueBytes: 0, saved: [], handlers: [],
});

/** "ret; nop*4": lines of assembly, some of them several times. */
const text = (lines: string): CompiledFunction => compiled("text", lines.split("; ").flatMap((line) => {
  const [instruction = "", times = "1"] = line.split("*");
  return Array.from({ length: Number(times) }, () => assembleLine(instruction));
}));

const cases: readonly (readonly [lines: string, code: readonly (readonly [number, number])[], holes: readonly (readonly [number, number])[]])[] = [
  ["mov x0, x1*8",                       [[0, 8]],                  []],
  ["ret; nop*4",                         [[0, 1], [5, 5]],          [[1, 5]]],
  ["eret; nop*7; mov x0, x1*2",          [[0, 1], [8, 10]],         [[1, 8]]],
  ["mov x0, x1; b 64; nop*4; ret",       [[0, 2], [6, 7]],          [[2, 6]]],
  // Three words are no room for anything.
  ["ret; nop*3; mov x0, x1",             [[0, 5]],                  []],
  // What may go on needs its NOPs: a call comes back, a test may fail, and so may a text that begins with them.
  ["bl 64; nop*8",                       [[0, 9]],                  []],
  ["b.eq 64; nop*8",                     [[0, 9]],                  []],
  ["cbz x0, 64; nop*8",                  [[0, 9]],                  []],
  ["br x0; nop*8",                       [[0, 9]],                  []],
  ["nop*8; ret",                         [[0, 9]],                  []],
  ["ret; nop*5; mov x0, x1; ret; nop*6", [[0, 1], [6, 8], [14, 14]], [[1, 6], [8, 14]]],
];

const pairs = (parts: readonly Part[]): (readonly [number, number])[] => parts.map(({ begin, end }) => [begin, end]);

describe("the holes of a text", () => {
  for (const [lines, code, holes] of cases) {
    it(lines, () => {
      const parts = partsOf(text(lines));
      expect(pairs(parts.code)).to.deep.equal(code);
      expect(pairs(parts.holes)).to.deep.equal(holes);
    });
  }

  it("are filled with the first functions that fit, each once", () => {
    const [five, three, four, one] = [5, 3, 4, 1].map((words) => compiled(`of ${words}`, Array<number>(words).fill(0)));
    const rest = new Set([five!, three!, four!, one!]);
    const filled = fillHoles([{ begin: 10, end: 14 }, { begin: 20, end: 26 }], rest);
    expect(filled.map(({ at: word, what }) => [word, what.symbol])).to.deep.equal([[10, "of 3"], [13, "of 1"], [20, "of 5"]]);
    expect([...rest].map(({ symbol }) => symbol)).to.deep.equal(["of 4"]);
  });
});
