// The quick interpreter against the slow one, which does what the tables of operation.ts say.

import { expect } from "chai";
import { COMPILE_TIME } from "../../../src/compiler/compile-time";
import { frontEnd } from "../../../src/compiler/front/front-end";
import { Interpreter } from "../../../src/compiler/ir/interpret";
import {
  BINARY, type BinaryOp, COMPARE, type Comparison, UNARY, type UnaryOp, type Width, WIDTHS,
} from "../../../src/compiler/ir/operation";
import { SparseMemory } from "../../../src/compiler/ir/memory";
import { loadOf, storeOf } from "../../../src/compiler/ir/quick/accesses";
import { GaveUp } from "../../../src/compiler/ir/quick/code";
import { binaryOf, compareOf, unaryOf } from "../../../src/compiler/ir/quick/operations";
import { QuickInterpreter } from "../../../src/compiler/ir/quick/quick-interpreter";
import { bitsOf, wordOf } from "../../../src/compiler/ir/quick/word";
import { textAt } from "../front/run-ir";
import { REPOSITORY } from "../hosted";

/** Around every place where a representation ends, and some in between. */
const WORDS = [0n, 7n, 8n, 16n, 31n, 32n, 53n, 54n, 62n, 63n, 64n].flatMap((bits) =>
  [-3n, -2n, -1n, 0n, 1n, 2n].flatMap((more) => [(1n << bits) + more, -(1n << bits) + more]))
  .concat([0n, 0x1234_5678_9abc_def0n, 0xfedc_ba98_7654_3210n, 0x0001_8000_8000_7fffn, 3_037_000_500n, 94_906_267n])
  .map((each) => BigInt.asUintN(64, each));

const keys = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[];

describe("Operations on numbers instead of words", () => {
  for (const operator of keys<BinaryOp>(BINARY)) {
    it(`${operator} is what the table says`, () => {
      const quick = binaryOf(operator);
      for (const a of WORDS) {
        for (const b of WORDS) {
          const expected = BINARY[operator](a, b);
          const result = quick(wordOf(a), wordOf(b));
          if (bitsOf(result) !== expected) expect.fail(`${operator} ${a} ${b}: ${result}, not ${expected}`);
          if (result !== wordOf(expected) || Object.is(result, -0)) expect.fail(`${operator} ${a} ${b} has another form`);
        }
      }
    });
  }

  for (const operator of keys<UnaryOp>(UNARY)) {
    it(`${operator} is what the table says`, () => {
      const quick = unaryOf(operator);
      for (const a of WORDS) expect(bitsOf(quick(wordOf(a))), String(a)).to.equal(UNARY[operator](a));
    });
  }

  for (const comparison of keys<Comparison>(COMPARE)) {
    it(`${comparison} is what the table says`, () => {
      const quick = compareOf(comparison);
      for (const a of WORDS) {
        for (const b of WORDS) {
          if (quick(wordOf(a), wordOf(b)) !== COMPARE[comparison](a, b)) expect.fail(`${a} ${comparison} ${b}`);
        }
      }
    });
  }

  for (const width of keys<Width>(WIDTHS)) {
    it(`${width} is loaded and stored alike`, () => {
      const [slow, quick] = [new SparseMemory(), new SparseMemory()];
      for (const memory of [slow, quick]) memory.reserve(0x1000, 16);
      for (const a of WORDS) {
        slow.store(width, 0x1008, a);
        storeOf(width, quick)(0x1008, wordOf(a));
        expect(quick.load("u64", 0x1008), String(a)).to.equal(slow.load("u64", 0x1008));
        expect(bitsOf(loadOf(width, quick)(0x1008))).to.equal(slow.load(width, 0x1008));
      }
    });
  }
});

const TEXT = (body: string): string => `
  function make(): string { ${body} }
  let result = make();
  export function start(): void { console.log(result); result = ""; }
`;
const programOf = (body: string): ReturnType<typeof frontEnd> =>
  frontEnd({ read: (path) => (path === "main.ts" ? TEXT(body) : REPOSITORY.read(path)) }, "main.ts", {});

/** What is in `result` when all initializers have run. */
function resultOf(interpreter: Interpreter | QuickInterpreter, program: ReturnType<typeof frontEnd>): string {
  for (const symbol of program.initializers) interpreter.call(symbol);
  const { addresses } = interpreter;
  return textAt(addresses.memory, Number(addresses.memory.load("u64", Number(addresses.addressOf("main.ts#result")))));
}

const SAME = [
  // what                          body of what makes the result
  ["words of 64 bits",             "let hash = 0xcbf2_9ce4_8422_2325n; for (let i = 0; i < 99; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(i)) * 0x100_0000_01b3n); return String(hash);"],
  ["numbers up to the last safe",  "let [a, b] = [1, 1]; while (b < 4503599627370496) [a, b] = [b, a + b]; return String(b);"],
  ["maps, strings and closures",   "const m = new Map<string, number>(); for (let i = 0; i < 50; i++) m.set(`k${i % 7}`, i); return [...m.keys()].map((k) => k + String(m.get(k)!)).join(\",\");"],
  ["a sort by a closure",          "const list: number[] = []; let x = 7; for (let i = 0; i < 60; i++) { x = Math.imul(x, 1103515245) + 12345 | 0; list.push(x); } list.sort((a, b) => b - a); return list.join(\",\");"],
  ["variables of a try block",     "let n = 0; for (let i = 0; i < 5; i++) { let k = i; try { k = k + 1; n += Number(String(k).length); } finally { n += k; } } return String(n);"],
  ["parameters that change places", "let [a, b, c] = [1, 2, 3]; for (let i = 0; i < 7; i++) [a, b, c] = [b, c, a]; return String(a * 100 + b * 10 + c);"],
] as const;

const GIVES_UP = [
  // what                 body
  ["a trap",              "const list = [\"1\"]; let i = 1; i += list.length; return list[i]!;"],
  ["an exception",        "try { throw new Error(\"x\"); } catch { return \"1\"; }"],
  ["calls without end",   "const f = (n: number): number => (n === 0 ? 0 : 1 + g(n)); const g = (n: number): number => f(n - 1); return String(f(1000));"],
  ["a number too large",  "let n = 1; for (let i = 0; i < 60; i++) n = n * 2; return String(n);"],
] as const;

describe("The quick interpreter", () => {
  for (const [what, body] of SAME) {
    it(`leaves the same behind as the slow one: ${what}`, () => {
      const program = programOf(body);
      expect(resultOf(new QuickInterpreter(program, COMPILE_TIME), program))
        .to.equal(resultOf(new Interpreter(program, COMPILE_TIME), program));
    });
  }

  for (const [what, body] of GIVES_UP) {
    it(`gives up: ${what}`, () => {
      const program = programOf(body);
      expect(() => resultOf(new QuickInterpreter(program, COMPILE_TIME), program)).to.throw(GaveUp);
    });
  }

  it("gives up where it takes too long", () => {
    const program = programOf("let n = 0; while (n < 1000) n++; return String(n);");
    expect(() => resultOf(new QuickInterpreter(program, { ...COMPILE_TIME, fuel: 5_000 }), program)).to.throw(GaveUp);
  });
});
