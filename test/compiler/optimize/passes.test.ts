import { expect } from "chai";
import { straighten } from "../../../src/compiler/optimize/blocks";
import { removeDeadCode } from "../../../src/compiler/optimize/dead-code";
import { dropUnseenBits } from "../../../src/compiler/optimize/demanded-bits";
import { fold } from "../../../src/compiler/optimize/fold";
import { hoistInvariants } from "../../../src/compiler/optimize/loop-invariant";
import { optimize, type Pass } from "../../../src/compiler/optimize/optimize";
import { useRanges } from "../../../src/compiler/optimize/ranges/apply";
import { numberValues } from "../../../src/compiler/optimize/value-numbering";
import { copyFunction } from "../../../src/compiler/ir/copy";
import type { IrFunction } from "../../../src/compiler/ir/function";
import { printFunction } from "../../../src/compiler/ir/print";
import { verify } from "../../../src/compiler/ir/verify";
import { readIr } from "../ir/read-ir";
import { behaviour, type Inputs, programOf } from "./behaviour";

const HEAD = "function a.ts#f(v0 x: number, v1 y: number, v2 z: number, v3 w: word, v4 o: ref, v5 a: ref)\n";

const read = (body: string): IrFunction =>
  verify(readIr(HEAD + (/^\s*b\d+:/.test(body) ? body.trim() : `b6:\n${body.trim()}`)));

const INPUTS: readonly Inputs[] = [
  [0, 0, 0, 0n, 8], [1, 2, 3, 4n, 8], [7, -1, 5, 1n << 63n, 3], [-5, 8, 2 ** 40, 65n, 0],
  [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1, 255n, 8], [2 ** 31, 3, 4, (1n << 64n) - 1n, 4],
];

const without = (text: string): string =>
  text.trim().split("\n").slice(1).map((line) => line.trim()).join("\n");

/** What a pass makes of the body; and what it does stays what it does. */
function check(pass: Pass, before: string, after: string): void {
  const ir = read(before);
  const changed = copyFunction(ir);
  pass(changed, {});
  verify(changed);
  expect(without(printFunction(changed))).to.equal(without(printFunction(read(after))));
  for (const inputs of INPUTS) {
    expect(behaviour(programOf(changed), inputs)).to.equal(behaviour(programOf(ir), inputs));
  }
}

/** New constants are left alone: they get new names. */
const foldedText = (before: string): string => {
  const ir = read(before);
  const changed = copyFunction(ir);
  fold(changed);
  removeDeadCode(verify(changed));
  for (const inputs of INPUTS) {
    expect(behaviour(programOf(changed), inputs)).to.equal(behaviour(programOf(ir), inputs));
  }
  const names = new Map<string, string>();
  return without(printFunction(verify(changed))).replace(/v\d+/g, (name) => {
    if (Number(name.slice(1)) < 6) return name;
    if (!names.has(name)) names.set(name, `t${names.size}`);
    return names.get(name)!;
  }).split("\n").slice(1).join("; ");
};

describe("Folding", () => {
  const cases = [
    // the last instruction's operands are c and d, constants, and v0 to v3
    ["add v0, c",        0n,  0n,  "return v0"],
    ["mul v0, c",        1n,  0n,  "return v0"],
    ["mul c, v0",        8n,  0n,  "t0: raw = constant 3; t1: raw = shl v0, t0; return t1"],
    ["mul v0, c",        0n,  0n,  "t0: raw = constant 0; return t0"],
    ["udiv v3, c",       16n, 0n,  "t0: raw = constant 4; t1: raw = lshr v3, t0; return t1"],
    ["sdiv v0, c",       16n, 0n,  "t0: raw = constant 16; t1: raw = sdiv v0, t0; return t1"],
    ["sub v0, c",        5n,  0n,  "t0: raw = constant -5; t1: raw = add v0, t0; return t1"],
    ["sub v0, v0",       0n,  0n,  "t0: raw = constant 0; return t0"],
    ["and v0, c",        255n, 0n, "t0: raw = zext8 v0; return t0"],
    ["and c, v0",        12n, 0n,  "t0: raw = constant 12; t1: raw = and v0, t0; return t1"],
    ["or v0, c",         0n,  0n,  "return v0"],
    ["xor v0, v0",       0n,  0n,  "t0: raw = constant 0; return t0"],
    ["shl c, d",         3n,  65n, "t0: raw = constant 6; return t0"],
    ["smulh c, d",       1n << 63n, 2n, "t0: raw = constant -1; return t0"],
  ] as const;
  for (const [text, c, d, after] of cases) {
    it(`of ${text}, c = ${c}, d = ${d}`, () => {
      const used = text.replace(/\bc\b/g, "v10").replace(/\bd\b/g, "v11");
      const body = `v10: raw = constant ${c}\nv11: raw = constant ${d}\nv12: raw = ${used}\nreturn v12`;
      expect(foldedText(body)).to.equal(after);
    });
  }

  const texts = [
    ["two sums with constants into one",
      "v10: raw = constant 3\nv11: raw = add v0, v10\nv12: raw = sub v11, v10\nreturn v12", "return v0"],
    ["shifts up and down into a widening",
      "v10: raw = constant 32\nv11: raw = shl v0, v10\nv12: raw = ashr v11, v10\nreturn v12",
      "t0: raw = sext32 v0; return t0"],
    ["a widening of a widening",
      "v10: raw = zext8 v0\nv11: raw = sext32 v10\nv12: raw = zext8 v11\nreturn v12",
      "t0: raw = zext8 v0; return t0"],
    ["a remainder of shifts into a mask",
      "v10: raw = constant 4\nv11: raw = lshr v3, v10\nv12: raw = shl v11, v10\nv13: raw = sub v3, v12\nreturn v13",
      "t0: raw = constant 15; t1: raw = and v3, t0; return t1"],
    ["counts beyond 63 into those that the instructions take",
      "v10: raw = constant 68\nv11: raw = lshr v3, v10\nv12: raw = shl v11, v10\nv13: raw = sub v3, v12\nreturn v13",
      "t0: raw = constant 15; t1: raw = and v3, t0; return t1"],
    ["the question whether a comparison is 0",
      "v10: boolean = compare lt v0, v1\nv11: boolean = constant 0\nv12: boolean = compare eq v10, v11\nreturn v12",
      "t0: boolean = compare ge v0, v1; return t0"],
    ["a check that always holds, away",
      "v10: raw = constant 1\nv11: raw = constant 2\nguard lo v10, v11 else index\nreturn v0", "return v0"],
  ] as const;
  for (const [title, before, after] of texts) {
    it(`makes ${title}`, () => { expect(foldedText(before)).to.equal(after); });
  }

  it("keeps an element's address apart from its object's", () => {
    expect(foldedText("v10: raw = constant 0\nv11: raw = add v4, v10\nv12: raw = load u64 [v11 + 8]\nreturn v12"))
      .to.equal("t0: raw = constant 0; t1: raw = add v4, t0; t2: raw = load u64 [t1 + 8]; return t2");
  });
});

describe("Value numbering", () => {
  it("computes once what is computed twice, and checks once", () => check(numberValues, `
    v10: raw = add v0, v1
    v11: number = safe v10
    v12: raw = add v1, v0
    v13: number = safe v12
    v14: raw = xor v11, v13
    return v14`, `
    v10: raw = add v0, v1
    v11: number = safe v10
    v14: raw = xor v11, v11
    return v14`));

  it("loads a field again behind a store to it, and knows it behind a store elsewhere", () => check(numberValues, `
    v10: number = load u64 [v4 + 8]
    store u64 [v4 + 24], v1
    v11: number = load u64 [v4 + 8]
    store u8 [v4 + 8], v0
    v12: number = load u64 [v4 + 8]
    v13: raw = add v11, v12
    return v13`, `
    v10: number = load u64 [v4 + 8]
    store u64 [v4 + 24], v1
    store u8 [v4 + 8], v0
    v12: number = load u64 [v4 + 8]
    v13: raw = add v10, v12
    return v13`));

  it("knows what was stored, until a call", () => check(numberValues, `
    store u64 [v4 + 8], v0
    v10: number = load u64 [v4 + 8]
    v11: number = call native#log(v10)
    v12: number = load u64 [v4 + 8]
    return v12`, `
    store u64 [v4 + 8], v0
    v11: number = call native#log(v0)
    v12: number = load u64 [v4 + 8]
    return v12`));

  it("forgets at a loop's head what the loop changes", () => check(numberValues, `
    b6:
      v7: number = load u64 [v4 + 8]
      v8: number = load u32 [v5 + 4]
      jump b9(v7)
    b9(v10: number):
      v11: number = load u64 [v4 + 8]
      v12: number = load u32 [v5 + 4]
      store u64 [v4 + 8], v12
      branch ne v11, v12 ? b9(v12) : b13
    b13:
      return v10`, `
    b6:
      v7: number = load u64 [v4 + 8]
      v8: number = load u32 [v5 + 4]
      jump b9(v7)
    b9(v10: number):
      v11: number = load u64 [v4 + 8]
      store u64 [v4 + 8], v8
      branch ne v11, v8 ? b9(v8) : b13
    b13:
      return v10`));

  it("leaves alone what may be a device's register", () => {
    const body = `
    v10: word = zext32 v3
    v11: number = machine "mrs {result}, CNTVCT_EL0"
    v12: number = machine "mrs {result}, CNTVCT_EL0"
    v13: raw = xor v11, v12
    return v13`;
    check(numberValues, body, body);
  });
});

describe("Ranges", () => {
  it("leave out the checks of a loop over an array", () => check(useRanges, `
    b6:
      v7: number = constant 0
      v8: raw = constant 1
      v9: number = load u32 [v5 + 4]
      jump b10(v7)
    b10(v11 i: number):
      branch lt v11, v9 ? b12 : b13
    b12:
      guard lo v11, v9 else index
      v14: raw = add v11, v8
      v15: number = safe v14
      jump b10(v15)
    b13:
      return v11`, `
    b6:
      v7: number = constant 0
      v8: raw = constant 1
      v9: number = load u32 [v5 + 4]
      jump b10(v7)
    b10(v11 i: number):
      branch lt v11, v9 ? b12 : b13
    b12:
      v14: raw = add v11, v8
      jump b10(v14)
    b13:
      return v11`));

  it("know an index that only falls from below the length", () => check(useRanges, `
    b6:
      v7: number = constant 0
      v8: raw = constant -1
      v9: number = load u32 [v5 + 4]
      guard lo v0, v9 else index
      jump b10(v0)
    b10(v11 j: number):
      guard lo v11, v9 else index
      branch gt v11, v7 ? b12 : b13
    b12:
      v14: raw = add v11, v8
      v15: number = safe v14
      jump b10(v15)
    b13:
      return v11`, `
    b6:
      v7: number = constant 0
      v8: raw = constant -1
      v9: number = load u32 [v5 + 4]
      guard lo v0, v9 else index
      jump b10(v0)
    b10(v11 j: number):
      branch gt v11, v7 ? b12 : b13
    b12:
      v14: raw = add v11, v8
      jump b10(v14)
    b13:
      return v11`));

  it("keep the check of a sum that may be too great", () => {
    const body = "v10: raw = add v0, v1\nv11: number = safe v10\nreturn v11";
    check(useRanges, body, body);
  });

  it("trap at once where a check fails for certain", () => check(useRanges, `
    v10: raw = constant 9007199254740991
    v11: raw = constant 1
    v12: raw = add v10, v11
    v13: number = safe v12
    return v13`, `
    v10: raw = constant 9007199254740991
    v11: raw = constant 1
    v14: raw = constant 9007199254740992
    trap unsafe`));

  it("make a product of two small numbers free of checks", () => check(useRanges, `
    v10: raw = sext32 v0
    v11: raw = zext8 v1
    v12: raw = mul v10, v11
    v13: raw = smulh v10, v11
    v14: raw = constant 63
    v15: raw = ashr v12, v14
    guard eq v13, v15 else unsafe
    v16: number = safe v12
    return v16`, `
    v10: raw = sext32 v0
    v11: raw = zext8 v1
    v12: raw = mul v10, v11
    v13: raw = smulh v10, v11
    v14: raw = constant 63
    v15: raw = ashr v12, v14
    return v12`));

  it("make a product by a power of 2 free of checks, where it is a shift by now", () => check(useRanges, `
    v10: raw = sext32 v0
    v11: raw = constant 3
    v12: raw = shl v10, v11
    v13: raw = constant 8
    v14: raw = smulh v10, v13
    v15: raw = constant 63
    v16: raw = ashr v12, v15
    guard eq v14, v16 else unsafe
    v17: number = safe v12
    return v17`, `
    v10: raw = sext32 v0
    v11: raw = constant 3
    v12: raw = shl v10, v11
    v13: raw = constant 8
    v14: raw = smulh v10, v13
    v15: raw = constant 63
    v16: raw = ashr v12, v15
    return v12`));

  it("know which way a branch goes that has been asked before", () => check(useRanges, `
    b6:
      v7: number = constant 10
      v8: number = constant 20
      branch lt v0, v7 ? b9 : b10
    b9:
      branch lt v0, v8 ? b11 : b12
    b10:
      return v7
    b11:
      return v0
    b12:
      return v8`, `
    b6:
      v7: number = constant 10
      v8: number = constant 20
      branch lt v0, v7 ? b9 : b10
    b9:
      jump b11
    b10:
      return v7
    b11:
      return v0`));
});

describe("Loop-invariant code", () => {
  it("moves before the loop, but for checks and what the loop changes", () => check(hoistInvariants, `
    b6:
      v7: number = constant 0
      jump b8(v7)
    b8(v9 i: number):
      v10: number = load u32 [v5 + 4]
      branch lt v9, v10 ? b11 : b12
    b11:
      v13: raw = mul v0, v1
      v14: number = safe v13
      v15: number = load u64 [v4 + 8]
      store u64 [v4 + 8], v9
      v16: raw = constant 1
      v17: raw = add v9, v16
      jump b8(v17)
    b12:
      return v9`, `
    b6:
      v7: number = constant 0
      v10: number = load u32 [v5 + 4]
      v13: raw = mul v0, v1
      v16: raw = constant 1
      jump b8(v7)
    b8(v9 i: number):
      branch lt v9, v10 ? b11 : b12
    b11:
      v14: number = safe v13
      v15: number = load u64 [v4 + 8]
      store u64 [v4 + 8], v9
      v17: raw = add v9, v16
      jump b8(v17)
    b12:
      return v9`));

  it("loads nothing from what was chosen among words that were loaded past a test", () => check(hoistInvariants, `
    b6:
      v7: number = constant 0
      jump b8(v7, v7)
    b8(v9 i: number, v10 s: raw):
      v11: number = constant 3
      branch lt v9, v11 ? b12 : b13
    b12:
      v14: raw = load u32 [v4] invariant
      v15: raw = constant 1
      branch eq v14, v15 ? b16 : b17(v10)
    b16:
      v18: ref = load u64 [v4 + 24]
      v19: ref = select lt v0, v1 ? v18 : v4
      v20: number = load u64 [v19 + 8]
      v21: raw = add v10, v20
      jump b17(v21)
    b17(v22: raw):
      v23: raw = add v9, v15
      jump b8(v23, v22)
    b13:
      return v10`, `
    b6:
      v7: number = constant 0
      v11: number = constant 3
      v14: raw = load u32 [v4] invariant
      v15: raw = constant 1
      v18: ref = load u64 [v4 + 24]
      v19: ref = select lt v0, v1 ? v18 : v4
      jump b8(v7, v7)
    b8(v9 i: number, v10 s: raw):
      branch lt v9, v11 ? b12 : b13
    b12:
      branch eq v14, v15 ? b16 : b17(v10)
    b16:
      v20: number = load u64 [v19 + 8]
      v21: raw = add v10, v20
      jump b17(v21)
    b17(v22: raw):
      v23: raw = add v9, v15
      jump b8(v23, v22)
    b13:
      return v10`));
});

describe("Demanded bits", () => {
  it("drop a widening whose upper half nobody sees, through a loop too", () => check(dropUnseenBits, `
    b6:
      v7: number = constant 0
      v8: raw = constant 1
      jump b9(v7, v7)
    b9(v10 i: number, v11 h: number):
      v12: raw = constant 5
      branch lt v10, v12 ? b13 : b14
    b13:
      v15: raw = add v11, v0
      v16: number = sext32 v15
      v17: raw = add v10, v8
      jump b9(v17, v16)
    b14:
      v18: number = zext8 v11
      return v18`, `
    b6:
      v7: number = constant 0
      v8: raw = constant 1
      jump b9(v7, v7)
    b9(v10 i: number, v11 h: raw):
      v12: raw = constant 5
      branch lt v10, v12 ? b13 : b14
    b13:
      v15: raw = add v11, v0
      v17: raw = add v10, v8
      jump b9(v17, v15)
    b14:
      v18: number = zext8 v11
      return v18`));

  it("keep a widening that a shift to the right looks into", () => {
    const body = "v10: number = zext32 v0\nv11: raw = constant 8\nv12: raw = lshr v10, v11\nv13: raw = sext32 v12\nreturn v13";
    check(dropUnseenBits, body, body);
  });
});

describe("Straight ways", () => {
  it("lead past a block that only asks what is known", () => check(straighten, `
    b6:
      v7: boolean = constant 1
      v8: boolean = constant 0
      branch lt v0, v1 ? b9(v7) : b10
    b10:
      branch lt v1, v2 ? b9(v7) : b9(v8)
    b9(v11: boolean):
      branch ne v11, v8 ? b12 : b13
    b12:
      return v0
    b13:
      return v1`, `
    b6:
      v7: boolean = constant 1
      v8: boolean = constant 0
      branch lt v0, v1 ? b12 : b10
    b10:
      branch lt v1, v2 ? b12 : b13
    b12:
      return v0
    b13:
      return v1`));

  it("leave out a parameter that is always the same", () => check(straighten, `
    b6:
      v7: number = constant 3
      branch lt v0, v1 ? b8 : b9(v7)
    b8:
      v10: number = call native#log(v0)
      jump b9(v7)
    b9(v11: number):
      return v11`, `
    b6:
      v7: number = constant 3
      branch lt v0, v1 ? b8 : b9
    b8:
      v10: number = call native#log(v0)
      jump b9
    b9:
      return v7`));
});

describe("Inlining", () => {
  const inlined = (body: string): string => {
    const program = optimize(programOf(read(body)), 1, (ir) => { verify(ir); });
    return without(printFunction(program.functions[0]!));
  };

  it("puts a function with two ways out into its caller, as a selection", () => {
    expect(inlined("v10: number = call a.ts#least(v0, v1)\nreturn v10"))
      .to.match(/^b6:\n(v\d+): number = select lt v0, v1 \? v0 : v1\nreturn \1$/);
  });

  it("takes the handler from a call that cannot throw", () => {
    expect(inlined(`
      b6:
        invoke a.ts#plus(v3, v3) to b7 handler b8
      b7(v9: word):
        return v9
      b8(v10 e: ref):
        return v0`)).to.match(/^b6:\nv\d+: word = add v3, v3\nreturn v\d+$/);
  });

  it("puts a function in that cannot trap, called with this constant", () => {
    const rotate = (n: string): string =>
      inlined(`b6:\n  v10: number = constant 7\n  v11: number = call a.ts#rotate(v0, ${n})\n  return v11`);
    expect(rotate("v10")).to.not.match(/call|safe/);
    expect(rotate("v1")).to.match(/call a.ts#rotate\(v0, v1\)/);
  });

  it("leaves a function that may trap in its own frame", () => {
    const body = "b6:\n  v10: number = call native#log(v0)\n  return v10";
    expect(inlined(body)).to.equal(without(`${HEAD}${body}`));
  });
});

describe("Dead code", () => {
  it("goes with what it was computed from; checks and calls stay", () => check(removeDeadCode, `
    b6:
      v7: number = load u64 [v4 + 8]
      v8: raw = add v7, v0
      v9: raw = add v0, v1
      v10: number = safe v9
      v11: number = call native#log(v1)
      jump b12(v8)
    b12(v13: raw):
      return v0
    b14:
      jump b12(v9)`, `
    b6:
      v9: raw = add v0, v1
      v10: number = safe v9
      v11: number = call native#log(v1)
      jump b12
    b12:
      return v0`));
});
