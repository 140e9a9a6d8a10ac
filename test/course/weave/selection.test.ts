// Which lines a name stands for. The line numbers are counted in the text below, by hand.

import { expect } from "chai";
import { select, splitNames } from "../../../src/course/weave/selection";
import { parseSource } from "../../../src/course/weave/source-file";

const SOURCE = `// The PL011 UART. // line 1
// Its second line.

import { RegisterMap } from "./register-map"; // 4
import type { Row } from "./row";

const [FIRST, { deep: SECOND }] = pair(); // 7

/** Doc. */
export function walk(va: string): string; // 10
export function walk(va: number): number;
export function walk(va: unknown): unknown { // 12
  const inner = (): number => 1;
  return inner() + Number(va);
}

// A remark apart.

// A remark that touches,
// in two lines.
export class Pl011 { // 21
  /** Doc of a field. */
  readonly #received: number[] = [];
  static readonly registers = new RegisterMap<Pl011>([
    // offset name // 25
    [0x000, "UARTDR", (u) => u.#receive()],
    [0x018, "UARTFR", (u) => 0, // 27
      "RO"],
  ]);

  constructor() {} // 31

  get mask(): number { return 0; }
  set mask(value: number) { void value; } // 34

  #receive(): number { return 0; }
}

export interface Walk { // 39
  /** Where it begins. */
  readonly va: bigint;
  step(): void;
}

export const TABLE = { // 45
  "ADD (immediate)": "sf 0 0",
  ADDS: { diagram: "sf 0 1", alias: { CMN: "Rd = 31" } },
  0x18: "UARTFR",
} as const satisfies Readonly<Record<string, unknown>>;

export const LIST = table([row("LDR (literal)", 1), { name: "STR", word: 2 }, "NOP"], { after: 1 }); // 51

export type Step = { readonly name: string; go(): void };
export const Step = 1; // 54

// region loop
for (;;) {
  break; // 58
}
// endregion
`;

const source = parseSource("src/x.ts", SOURCE);

const cases: readonly (readonly [string, readonly (readonly [number, number])[]])[] = [
  // names                          lines
  ["header",                        [[1, 2]]],
  ["imports",                       [[4, 5]]],
  ["FIRST",                         [[7, 7]]],
  ["SECOND",                        [[7, 7]]],
  ["walk",                          [[9, 15]]],
  ["walk.inner",                    [[13, 13]]],
  ["Pl011",                         [[19, 37]]],
  ["Pl011.#received",               [[22, 23]]],
  ["Pl011.registers",               [[24, 29]]],
  ['Pl011.registers."UARTDR"',      [[25, 26]]],
  ["Pl011.registers.UARTFR",        [[27, 28]]],
  ["Pl011.constructor",             [[31, 31]]],
  ["Pl011.mask",                    [[33, 34]]],
  ["Pl011.#receive",                [[36, 36]]],
  ["Walk.va",                       [[40, 41]]],
  ["Walk.step",                     [[42, 42]]],
  ["TABLE",                         [[45, 49]]],
  ['TABLE."ADD (immediate)"',       [[46, 46]]],
  ["TABLE.ADDS.alias.CMN",          [[47, 47]]],
  ["TABLE.0x18",                    [[48, 48]]],
  ['LIST."LDR (literal)"',          [[51, 51]]],
  ["LIST.STR",                      [[51, 51]]],
  ["LIST.NOP",                      [[51, 51]]],
  ["type:Step",                     [[53, 53]]],
  ["type:Step.go",                  [[53, 53]]],
  ["value:Step",                    [[54, 54]]],
  ["range:loop",                    [[57, 59]]],
  ["TABLE,walk",                    [[45, 49], [9, 15]]],
];

describe("a name in a fence", () => {
  for (const [names, lines] of cases) {
    it(names, () => {
      expect(select(source, splitNames(names))).to.deep.equal(lines.map(([first, last]) => ({ first, last })));
    });
  }

  it("does not see the members of what it does not name", () => {
    expect(() => select(source, ["#receive"])).to.throw("src/x.ts has no #receive; it has FIRST, SECOND, walk, Pl011, Walk, TABLE, LIST, Step");
  });

  for (const names of ["", "a,", "a..b", 'TABLE."ADD']) {
    it(`is no ${JSON.stringify(names)}`, () => expect(() => select(source, splitNames(names))).to.throw("is no list of names"));
  }

  it("does not quote declarations of a file that is no TypeScript", () => {
    expect(() => select(parseSource("src/x.css", "a {}\n"), ["a"])).to.throw("src/x.css is no TypeScript: quote the whole file, or a #range: of it");
  });

  it("takes a range of any file", () => {
    const css = parseSource("src/x.css", "/* region a */\na {}\n/* endregion */\n");
    expect(select(css, ["range:a"])).to.deep.equal([{ first: 2, last: 2 }]);
  });
});
