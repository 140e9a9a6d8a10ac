// Each rule of instruction selection by itself: its pattern as a function, in one instruction, which computes what the
// operations' meanings say.

import { expect } from "chai";
import type { Pattern, RegisterLeaf } from "../../../src/compiler/back/pattern";
import { COMPARE_RULES, type Rule, RULES } from "../../../src/compiler/back/rules";
import { FunctionBuilder } from "../../../src/compiler/ir/builder";
import type { IrFunction, Value } from "../../../src/compiler/ir/function";
import { type BinaryOp, COMPARE, type Comparison, UNARY, type UnaryOp } from "../../../src/compiler/ir/operation";
import { INTERESTING, randomFrom } from "./random-ir";
import { interpreted, Metal } from "./metal";

const PLACE = { file: "rule.ts", line: 1, column: 1 } as const;
const ALL_ONES = 2n ** 64n - 1n;

/** Constants of each kind that go together with the other constants of the rule, [n, m] in turn. */
const CHOICES: Readonly<Record<string, readonly bigint[]>> = {
  imm:   [1n, 4095n, 4096n, 0xfff000n],
  neg:   [ALL_ONES, BigInt.asUintN(64, -4095n), BigInt.asUintN(64, -4096n)],
  mask:  [1n, 0xff00n, 0x7fffn, 0x0001_ffff_fffen & 0xffff_ffffn],
  ones:  [1n, 0xfn, 0xffffn],
  bit:   [1n, 2n, 64n],
  power: [2n, 3n, 5n, 65n],
};

function operationOf(to: FunctionBuilder, pattern: Pattern, leaf: (name: RegisterLeaf) => Value, constant: (kind: string) => bigint): Value {
  const build = (inner: Pattern): Value => operationOf(to, inner, leaf, constant);
  switch (pattern.kind) {
    case "register": return leaf(pattern.leaf);
    case "constant": return to.constant(constant(pattern.leaf), "raw");
    case "literal":  return to.constant(BigInt.asUintN(64, pattern.value), "raw");
    case "operation": {
      const [a, b] = pattern.operands.map(build);
      return pattern.operator in UNARY
        ? to.unary(pattern.operator as UnaryOp, a!, "raw")
        : to.binary(pattern.operator as BinaryOp, a!, b!, "raw");
    }
  }
}

/** A function that is the pattern, and what is looked at of its result. */
function functionOf({ pattern, width }: Rule, constant: (kind: string) => bigint, symbol: string): IrFunction {
  const names = ["a", "b", "c", "s"] as const;
  const to = new FunctionBuilder(symbol, symbol, names.map((name) => ({ name, kind: "raw" })), PLACE);
  const value = operationOf(to, pattern, (name) => to.parameters[names.indexOf(name)]!, constant);
  to.return(width === 32 ? to.unary("zext32", value, "raw") : value);
  return to.finish();
}

/** All choices of constants for a rule that go together. */
function constantsOf(each: Rule): ((kind: string) => bigint)[] {
  const amounts: [bigint, bigint][] = [[1n, 63n], [1n, 31n], [63n, 1n], [8n, 24n], [31n, 1n], [4n, 4n], [12n, 5n], [8n, 0n]];
  return amounts.flatMap(([n, m]) => [0, 1, 2, 3].flatMap((i) => {
    const constant = (kind: string): bigint => {
      if (kind === "n") return n;
      if (kind === "m") return m;
      const choices = CHOICES[kind]!;
      return choices[i % choices.length]!;
    };
    const leaves = { n: Number(n), m: Number(m), ones: constant("ones").toString(2).length } as never;
    const isInside = each.width === 64 || (n < 32n && m < 32n);
    return isInside && each.holds(leaves, each.width === 64 ? 64 : 32) ? [constant] : [];
  }));
}

/** 2 is 2^0 + 1, and also 2^1, for which there is a rule before. */
const isDegenerate = (text: string, constant: (kind: string) => bigint): boolean =>
  text === "mul(a, power)" && constant("power") === 2n;

describe("the rules of instruction selection", () => {
  for (const each of RULES) {
    it(`${each.text}${each.width === 32 ? " at 32 bits" : ""}`, () => {
      const random = randomFrom(each.text.length);
      const word = (): bigint => INTERESTING[random(INTERESTING.length)]!;
      const all = constantsOf(each).filter((constant) => !isDegenerate(each.text, constant));
      expect(all).to.not.be.empty;
      const functions = all.map((constant, i) => functionOf(each, constant, `rule${i}`));
      const metal = new Metal(functions);
      for (const { symbol } of functions) {
        expect(metal.disassembly(symbol).split("\n"), metal.disassembly(symbol)).to.have.length(2);
        for (let n = 0; n < 4; n++) {
          const args = [word(), word(), word(), word()];
          expect(metal.call(symbol, args), `${metal.disassembly(symbol)} ${args}`).to.equal(interpreted(functions, symbol, args).outcome);
        }
      }
    });
  }
});

describe("the rules of comparison", () => {
  for (const { text, pattern } of COMPARE_RULES) {
    it(text, () => {
      if (pattern.kind !== "operation") throw new Error(text);
      const [left, right] = pattern.operands as [Pattern, Pattern];
      const random = randomFrom(text.length);
      const functions = (Object.keys(COMPARE) as Comparison[]).flatMap((comparison) => [0n, 1n, 31n, 63n].map((n) => {
        const names = ["a", "b", "s"] as const;
        const to = new FunctionBuilder(`${comparison} ${n}`, "rule", names.map((name) => ({ name, kind: "raw" })), PLACE);
        const leaf = (name: RegisterLeaf): Value => to.parameters[names.indexOf(name as "a")]!;
        const constant = (kind: string): bigint => (kind === "n" ? n : CHOICES[kind]![Number(n % 3n)]!);
        const [a, b] = [left, right].map((side) => operationOf(to, side, leaf, constant));
        to.return(to.compare(comparison, a!, b!));
        return to.finish();
      }));
      const metal = new Metal(functions);
      for (const { symbol } of functions) {
        for (let i = 0; i < 4; i++) {
          const args = [0, 1, 2].map(() => INTERESTING[random(INTERESTING.length)]!);
          expect(metal.call(symbol, args), `${metal.disassembly(symbol)} ${args}`).to.equal(interpreted(functions, symbol, args).outcome);
        }
      }
    });
  }
});
