// Moves that change nothing are left out; and no others are.

import { expect } from "chai";
import { row, type Exit, MachineBlock, type MachineInstruction } from "../../../src/compiler/back/machine";
import { withoutIdleMoves } from "../../../src/compiler/back/known-values";

const at = { file: "a.ts", line: 1, column: 1 };

/** "x1 = x0", "x1 = 5", "x1 = &name", "x1 = [name]", "x1 = slot", "x1 = x2 + x3", "str x1", "call", "catch", "asm" */
function instruction(text: string): MachineInstruction {
  const [left = "", right = ""] = text.split(" = ");
  const number = (name: string): number => Number(name.slice(1));
  const to = number(left);
  if (text === "call") return { op: "call", callee: "f", args: [], result: undefined, at };
  if (text === "catch") return { op: "catch", to: undefined, at };
  if (text === "asm") return { op: "assembly", text: "nop", args: [], result: 0, at };
  if (text.startsWith("str ")) return { ...row("STR (immediate, unsigned offset)", { x: 1, imm12: 0, Rn: 2, Rt: number(text.slice(4)) }), at };
  if (right === "slot") return { op: "load slot", slot: { kind: "spill", index: 0 }, to, at };
  if (right.startsWith("&")) return { op: "address", symbol: right.slice(1), to, at };
  if (right.startsWith("[x")) return { ...row("LDR (immediate, unsigned offset)", { x: 1, imm12: 0, Rn: number(right.slice(1, -1)), Rt: to }), at };
  if (right.startsWith("[")) return { op: "load near", symbol: right.slice(1, -1), to, at };
  if (right.includes(" + ")) {
    const [Rn = 0, Rm = 0] = right.split(" + ").map(number);
    return { ...row("ADD (shifted register)", { sf: 1, shift: 0, Rm, imm6: 0, Rn, Rd: to }), at };
  }
  return right.startsWith("x") ? { op: "move", from: number(right), to, at } : { op: "constant", value: BigInt(right), to, at };
}

const parse = (lines: string): MachineInstruction[] => (lines === "" ? [] : lines.split("; ").map(instruction));

/** Blocks by name: instructions, and whose they are that come next. What is left of each. */
function left(blocks: Readonly<Record<string, readonly [lines: string, ...next: string[]]>>): Record<string, string> {
  const made = new Map(Object.keys(blocks).map((name, i) => [name, new MachineBlock(i, 0, false, at)]));
  const texts = new Map<MachineInstruction, string>();
  const physical = Object.entries(blocks).map(([name, [lines, ...next]]) => {
    const instructions = parse(lines);
    instructions.forEach((each, i) => { texts.set(each, lines.split("; ")[i]!); });
    const [then, otherwise] = next.map((each) => made.get(each)!);
    const test = { row: "CBZ", fields: { sf: 1, imm19: 0, Rt: 0 } } as const;
    const exit: Exit = then === undefined ? { op: "return", value: undefined }
      : otherwise === undefined ? { op: "jump", to: then, args: [] } : { op: "branch", test, then, otherwise };
    return { block: made.get(name)!, instructions, exit: { ...exit, at } };
  });
  const names = Object.keys(blocks);
  return Object.fromEntries(withoutIdleMoves(physical).map(({ instructions }, i) => [names[i]!, instructions.map((each) => texts.get(each)).join("; ")]));
}

const cases: readonly (readonly [what: string, lines: string, left: string])[] = [
  ["there and back",                        "x20 = x0; x0 = x20",                      "x20 = x0"],
  ["the same again",                        "x1 = x0; x1 = x0",                        "x1 = x0"],
  ["round about",                           "x1 = x0; x2 = x1; x0 = x2",               "x1 = x0; x2 = x1"],
  ["a swap is three moves",                 "x9 = x0; x0 = x1; x1 = x9",               "x9 = x0; x0 = x1; x1 = x9"],
  ["a constant that is there",              "x0 = 5; x1 = x0; x1 = 5; x0 = 6",         "x0 = 5; x1 = x0; x0 = 6"],
  ["an address that is there",              "x0 = &name; x0 = &name; x0 = &other",     "x0 = &name; x0 = &other"],
  ["an address is not what stands there",   "x0 = &name; x0 = [name]",                 "x0 = &name; x0 = [name]"],
  ["what is loaded may have changed",       "x0 = [name]; x0 = [name]",                "x0 = [name]; x0 = [name]"],
  ["from the frame too",                    "x1 = x0; x0 = slot; x1 = x0",             "x1 = x0; x0 = slot; x1 = x0"],
  ["a row writes its Rd",                   "x20 = x0; x0 = x1 + x2; x0 = x20",        "x20 = x0; x0 = x1 + x2; x0 = x20"],
  ["and no register that it reads",         "x20 = x0; x3 = x0 + x20; x0 = x20",       "x20 = x0; x3 = x0 + x20"],
  ["a load writes its Rt",                  "x20 = x0; x0 = [x20]; x0 = x20",          "x20 = x0; x0 = [x20]; x0 = x20"],
  ["a store reads its own",                 "x20 = x0; str x0; x0 = x20",              "x20 = x0; str x0"],
  ["a call loses X0 to X17",                "x20 = x0; call; x0 = x20",                "x20 = x0; call; x0 = x20"],
  ["the last of them too",                  "x17 = x20; call; x17 = x20",              "x17 = x20; call; x17 = x20"],
  ["and the return address, X30",           "x30 = x20; call; x30 = x20",              "x30 = x20; call; x30 = x20"],
  ["and keeps X19 to X28",                  "x20 = x0; x21 = x20; call; x20 = x21",    "x20 = x0; x21 = x20; call"],
  ["at a handler nothing is known",         "x21 = x20; catch; x21 = x20",             "x21 = x20; catch; x21 = x20"],
  ["nor behind what somebody has written",  "x21 = x20; asm; x21 = x20",               "x21 = x20; asm; x21 = x20"],
];

describe("moves that change nothing", () => {
  for (const [what, lines, expected] of cases) {
    it(`${what}: ${lines}`, () => { expect(left({ b: [lines] })).to.deep.equal({ b: expected }); });
  }

  it("are known where there is one way to come", () => {
    expect(left({ a: ["x20 = x0", "b", "c"], b: ["x0 = x20"], c: ["x1 = 7; x0 = x20"] })).to.deep.equal({ a: "x20 = x0", b: "", c: "x1 = 7" });
  });

  it("are not where two ways meet", () => {
    const blocks = { a: ["x20 = x0", "b", "c"], b: ["x20 = 1", "c"], c: ["x0 = x20"] } as const;
    expect(left(blocks)["c"]).to.equal("x0 = x20");
  });

  it("are not in a loop, which may have changed them", () => {
    const blocks = { a: ["x20 = x0", "loop"], loop: ["x0 = x20; x20 = x20 + x1", "loop", "end"], end: [""] } as const;
    expect(left(blocks)["loop"]).to.equal("x0 = x20; x20 = x20 + x1");
  });

  it("nor where an exception goes on, whatever was known before", () => {
    const [tried, handler, after] = [0, 1, 2].map((i) => new MachineBlock(i, 0, false, at));
    const call: MachineInstruction = { op: "call", callee: "f", args: [], result: undefined, handler: handler!, at };
    const back = instruction("x21 = x20");
    const blocks = withoutIdleMoves([
      { block: tried!, instructions: [instruction("x21 = x20"), call], exit: { op: "jump", to: after!, args: [], at } },
      { block: handler!, instructions: [instruction("catch"), back], exit: { op: "return", value: undefined, at } },
      { block: after!, instructions: [instruction("x21 = x20")], exit: { op: "return", value: undefined, at } },
    ]);
    expect(blocks.map(({ instructions }) => instructions.length)).to.deep.equal([2, 2, 0]);
  });
});
