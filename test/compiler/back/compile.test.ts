// What the back end makes of single functions: their code as LLVM would print it, their frames, traps and handlers.

import { expect } from "chai";
import { compileFunction } from "../../../src/compiler/back/compile";
import { FunctionBuilder } from "../../../src/compiler/ir/builder";
import type { IrFunction, Value } from "../../../src/compiler/ir/function";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { itWith } from "../../installed";
import { LLVM_RELEASE, llvmRelease, llvmTexts } from "../../oracle/llvm";
import { readIr } from "../ir/read-ir";
import { interpreted, Metal, THROW_SYMBOL } from "./metal";
import { randomFunction } from "./random-ir";

const PLACE = { file: "a.ts", line: 1, column: 1 } as const;

/** Without the stubs of traps: they are looked at by themselves. */
function codeOf(ir: IrFunction): string[] {
  const code = new Metal([ir]).disassembly(ir.symbol).replaceAll("\t", " ").split("\n");
  return code.slice(0, code.lastIndexOf("ret") + 1);
}

const SUM = readIr(`
function sum(v0 n: number)
b1:
  v2: number = constant 0
  v3: number = constant 1
  jump b4(v2, v2)
b4(v5 i: number, v6 s: number):
  branch lt v5, v0 ? b7 : b8
b7:
  v9: raw = add v6, v5
  v10: number = safe v9
  v11: raw = add v5, v3
  jump b4(v11, v10)
b8:
  return v6
`);

const FIB = readIr(`
function fib(v0 n: number)
b1:
  v2: number = constant 2
  branch lt v0, v2 ? b3 : b4
b3:
  return v0
b4:
  v5: number = constant 1
  v6: raw = sub v0, v5
  v7: number = call fib(v6)
  v8: raw = sub v0, v2
  v9: number = call fib(v8)
  v10: raw = add v7, v9
  return v10
`);

const CHECKED = readIr(`
function checked(v0 n: raw)
b1:
  v2: number = constant 7
  v3: number = safe v0
  v4: number = constant 0
  guard ne v3, v2 else index
  return v3
`);

const THROWER = readIr(`
function thrower(v0 n: number)
b1:
  v2: number = constant 0
  branch eq v0, v2 ? b3 : b4
b3:
  return v2
b4:
  v5: raw = constant 100
  v6: raw = add v0, v5
  v7: raw = call ${THROW_SYMBOL}(v6)
  unreachable
`);

/** What is computed before is in registers that the handler does not find. */
const CATCHER = readIr(`
function catcher(v0 a: number, v1 b: number, v2 c: number)
b3:
  v4: raw = add v1, v2
  v5: raw = mul v4, v1
  slot store 0, v2
  invoke thrower(v0) to b6 handler b7
b6(v8: raw):
  v9: raw = xor v5, v4
  return v9
b7(v10: ref):
  v11: raw = slot load 0
  v12: raw = sub v10, v5
  v13: raw = mul v12, v11
  v14: raw = xor v13, v4
  return v14
`);

describe("a loop", () => {
  it("has its test at its end, and its variables where the next round wants them", () => {
    expect(codeOf(SUM)).to.deep.equal([
      "mov w8, #0", "mov w9, #0", "b #24",
      "add x9, x9, x8", "cmp x9, x28", "ccmn x9, x28, #4, lt", "b.le #24", "add x8, x8, #1",
      "cmp x8, x0", "b.lt #-24",
      "mov x0, x9", "ret",
    ]);
  });

  it("adds up", () => expect(new Metal([SUM]).call("sum", [10n])).to.equal("45"));
});

describe("a function that calls", () => {
  it("keeps in X19 and X20 what it needs behind its calls", () => {
    const metal = new Metal([FIB]);
    expect(metal.call("fib", [15n])).to.equal("610");
    expect(compileFunction(FIB)).to.deep.include({
      frameBytes: 32, prologueBytes: 12, saved: [{ register: 19, offset: 16 }, { register: 20, offset: 24 }],
    });
  });
});

describe("a leaf", () => {
  it("has no frame", () => {
    const { frameBytes, prologueBytes, saved } = compileFunction(SUM);
    expect({ frameBytes, prologueBytes, saved }).to.deep.equal({ frameBytes: 0, prologueBytes: 0, saved: [] });
  });

  it("gets one where it traps, so that the trace finds its caller", () => {
    const caller = readIr(`
      function caller(v0 n: number)
      b1:
        v2: number = call checked(v0)
        v3: number = constant 1
        v4: number = add v2, v3
        return v4
    `);
    const metal = new Metal([caller, CHECKED]);
    expect(metal.call("caller", [1n << 53n])).to.equal("trap unsafe");
    const { framePointer } = metal.trapped;
    const [callersFrame, returnsTo] = [metal.word(framePointer), metal.word(framePointer + 8n)];
    const { address, compiled } = metal.placed.get("caller")!;
    expect(Number(returnsTo) - address).to.be.within(compiled.prologueBytes, 4 * compiled.words.length);
    expect(metal.word(callersFrame)).to.equal(0n); // The end of the chain.
  });
});

describe("a trap", () => {
  it("is told from its return address, which is its own", () => {
    const metal = new Metal([CHECKED]);
    const lineOf = (args: readonly bigint[], outcome: string): number => {
      expect(metal.call("checked", args)).to.equal(outcome);
      const { offset } = metal.trapped;
      return compileFunction(CHECKED).lines.findLast((line) => line.offset < offset)!.at.line;
    };
    expect(lineOf([1n << 53n], "trap unsafe")).to.equal(4);
    expect(lineOf([7n], "trap index")).to.equal(6);
    expect(metal.call("checked", [8n])).to.equal("8");
  });

  const limit = 1n << 53n;
  for (const [word, outcome] of [
    [limit - 1n, `${limit - 1n}`], [limit, "trap unsafe"], [2n ** 63n - 1n, "trap unsafe"], [2n ** 63n, "trap unsafe"],
    [2n ** 64n - limit, "trap unsafe"], [2n ** 64n - limit + 1n, `${2n ** 64n - limit + 1n}`], [2n ** 64n - 1n, `${2n ** 64n - 1n}`], [0n, "0"],
  ] as const) {
    it(`of a number that is not safe: 0x${word.toString(16)} -> ${outcome}`, () => {
      const safe = readIr("function f(v0: raw)\nb1:\nv2: number = safe v0\nreturn v2");
      expect(new Metal([safe]).call("f", [word])).to.equal(outcome);
    });
  }

  it("is a call of what is there for each trap", () => {
    const relocations = compileFunction(CHECKED).relocations.filter(({ symbol }) => symbol.startsWith("trap/"));
    expect(relocations.map(({ kind, symbol }) => `${kind} ${symbol}`)).to.deep.equal(["CALL26 trap/unsafe", "CALL26 trap/index"]);
  });
});

describe("an exception", () => {
  it("finds in the handler what was computed before, though every register is lost", () => {
    const metal = new Metal([CATCHER, THROWER]);
    for (const args of [[1n, 2n, 3n], [0n, 5n, 9n]]) {
      expect(metal.call("catcher", args)).to.equal(interpreted([CATCHER, THROWER], "catcher", args).outcome);
    }
  });

  it("goes through a frame without handlers to the nearest that has one", () => {
    const through = readIr("function through(v0: raw)\nb1:\nv2: raw = call thrower(v0)\nv3: raw = add v2, v0\nreturn v3");
    const far = readIr(`
      function far(v0: raw)
      b1:
        invoke through(v0) to b2 handler b3
      b2(v4: raw):
        return v4
      b3(v5: ref):
        v6: raw = sub v5, v0
        return v6
    `);
    const all = [far, through, THROWER];
    const metal = new Metal(all);
    for (const arg of [0n, 1n, 77n]) expect(metal.call("far", [arg])).to.equal(interpreted(all, "far", [arg]).outcome);
  });

  it("has a function with a handler save all of X19 to X27", () => {
    expect(compileFunction(CATCHER).saved.map(({ register }) => register)).to.deep.equal([19, 20, 21, 22, 23, 24, 25, 26, 27]);
  });
});

describe("assembly", () => {
  it("gets registers for what is in braces, none of those that it names", () => {
    const ir = readIr(`
      function f(v0: raw, v1: raw)
      b2:
        v3: raw = machine "mov x0, {1}; mov x1, {0}; sub {result}, x0, x1" v0, v1
        v4: raw = add v3, v0
        v5: raw = add v4, v1
        return v5
    `);
    expect(new Metal([ir]).call("f", [3n, 10n])).to.equal("20");
  });

  it("has W registers where it asks for them", () => {
    const ir = readIr(`function f(v0: raw)\nb2:\nv3: raw = machine "add w{result}, w{0}, #1" v0\nreturn v3`);
    expect(new Metal([ir]).call("f", [0xffff_ffffn])).to.equal("0");
  });
});

describe("large functions", () => {
  it("have frames of which no load reaches the end: 40,000 bytes", () => {
    const to = new FunctionBuilder("f", "f", [{ name: "x", kind: "raw" }], PLACE);
    const [x] = to.parameters;
    for (let i = 0; i < 5000; i++) to.slotStore(to.ir.newSlot(), to.binary("add", x!, to.constant(i, "raw"), "raw"));
    to.call("g", [], "raw");
    // Slots 4093 and 4094 are on either side of what twelve bits count, behind FP, LR and X19.
    const far = [0, 4092, 4093, 4094, 4095, 4999].map((slot) => to.slotLoad(slot, "raw"));
    to.return(far.reduce((sum, each) => to.binary("add", sum, each, "raw")));
    const ir = to.finish();
    const g = readIr("function g()\nb0:\nreturn");
    expect(compileFunction(ir).frameBytes).to.be.greaterThan(40_000);
    expect(new Metal([ir, g]).call("f", [5n])).to.equal(interpreted([ir, g], "f", [5n]).outcome);
  });

  it("have frames that no single instruction reaches", () => {
    const to = new FunctionBuilder("f", "f", [{ name: "x", kind: "raw" }], PLACE);
    const [x] = to.parameters;
    for (let i = 0; i < 1000; i++) to.slotStore(to.ir.newSlot(), to.binary("add", x!, to.constant(i, "raw"), "raw"));
    to.call("g", [], "raw");
    to.return(to.binary("add", to.slotLoad(0, "raw"), to.slotLoad(999, "raw"), "raw"));
    const ir = to.finish();
    const g = readIr("function g()\nb0:\nreturn");
    expect(compileFunction(ir).frameBytes).to.equal(16 + 8000);
    expect(new Metal([ir, g]).call("f", [5n])).to.equal(`${5 + 5 + 999}`);
  });

  /** A check, so many words, a return; the trap's stub stands behind them. */
  function guarded(comparison: "eq" | "hs", mask: bigint, words: number): IrFunction {
    const to = new FunctionBuilder("f", "f", [{ name: "x", kind: "raw" }], PLACE);
    const [x] = to.parameters;
    const tested = mask === 0n ? x! : to.binary("and", x!, to.constant(mask, "raw"), "raw");
    to.guard(comparison, tested, to.constant(comparison === "eq" ? 0 : 7, "raw"), "index");
    to.machine(Array.from({ length: words }, () => "nop").join(";"), [], "raw");
    to.return(undefined);
    return to.finish();
  }

  // Arm DDI 0487, C6.2: TBNZ has 14 bits for its distance in words, CBNZ and B.cond have 19; signed.
  const REACHES: readonly (readonly [what: string, comparison: "eq" | "hs", mask: bigint, words: number, begin: readonly string[]])[] = [
    ["tbnz as far as it goes",      "eq", 1n << 40n, 2 ** 13 - 3, ["tbnz x0, #40, #32764"]],
    ["tbnz one word further",       "eq", 1n << 40n, 2 ** 13 - 2, ["tbz x0, #40, #8", "b #32768"]],
    ["cbnz as far as it goes",      "eq", 0n,        2 ** 18 - 3, ["cbnz x0, #1048572"]],
    ["cbnz one word further",       "eq", 0n,        2 ** 18 - 2, ["cbz x0, #8", "b #1048576"]],
    ["a condition one word further", "hs", 0n,       2 ** 18 - 2, ["cmp x0, #7", "b.hs #8", "b #1048576"]],
  ];
  for (const [what, comparison, mask, words, begin] of REACHES) {
    it(`${what}: ${begin.join("; ")}`, () => {
      const { words: code } = compileFunction(guarded(comparison, mask, words));
      const decoder = standardDecoder();
      const texts = begin.map((_, i) => decoder.disassemble(code[i]!, 0n).replace("\t", " "));
      // Of a target as an address, the distance.
      const distances = texts.map((text) => text.replace(/0x([0-9a-f]+)$/, (_, digits: string) => `#${parseInt(digits, 16)}`));
      expect(distances).to.deep.equal(begin);
    }).timeout(60_000);
  }

  it("loop over more than a branch reaches: the test is at the end, and goes back", () => {
    const to = readIr(`
      function f(v0: raw)
      b1:
        v2: raw = constant 0
        v3: raw = constant 1
        jump b4(v0, v2)
      b4(v5: raw, v6: raw):
        v7: raw = machine "${Array.from({ length: 9000 }, () => "nop").join(";")}"
        v8: raw = sub v5, v3
        v9: raw = add v6, v8
        v10: raw = constant 256
        v11: raw = and v8, v10
        branch eq v11, v2 ? b12 : b13
      b12:
        return v9
      b13:
        jump b4(v8, v9)
    `);
    expect(new Metal([to]).call("f", [260n])).to.equal(`${259 + 258 + 257 + 256 + 255}`);
  }).timeout(60_000);

  it("test a bit in two instructions, where one does not reach", () => {
    const to = new FunctionBuilder("f", "f", [{ name: "x", kind: "raw" }, { name: "y", kind: "raw" }], PLACE);
    const [x, y] = to.parameters;
    for (const bit of [0n, 31n, 32n, 63n]) {
      to.guard("eq", to.binary("and", x!, to.constant(1n << bit, "raw"), "raw"), to.constant(0, "raw"), "index");
    }
    let sum: Value = y!;
    for (let i = 0; i < 9000; i++) sum = to.binary("xor", to.binary("add", sum, x!, "raw"), y!, "raw");
    to.return(sum);
    const ir = to.finish();
    const metal = new Metal([ir]);
    expect(compileFunction(ir).words.length).to.be.greaterThan(16_000);
    for (const x of [0n, 1n, 1n << 31n, 1n << 32n, 1n << 63n, 6n]) {
      expect(metal.call("f", [x, 3n])).to.equal(interpreted([ir], "f", [x, 3n]).outcome);
    }
  }).timeout(120_000);
});

describe("all that is compiled", () => {
  it("is the same each time", () => {
    const shape = { symbol: "f", parameters: 4, variables: 30, statements: 10, callees: [{ symbol: "g", parameters: 2 }] };
    expect(compileFunction(randomFunction(1, shape))).to.deep.equal(compileFunction(randomFunction(1, shape)));
  });

  itWith(`LLVM ${LLVM_RELEASE}`, llvmRelease() === LLVM_RELEASE)(`is to llvm-objdump of LLVM ${LLVM_RELEASE} what it is to our disassembler`, () => {
    const functions = Array.from({ length: 10 }, (_, seed) => randomFunction(seed, {
      symbol: `f${seed}`, parameters: 4, variables: 30, statements: 10, callees: [{ symbol: THROW_SYMBOL, parameters: 1 }],
    }));
    const metal = new Metal(functions);
    for (const { symbol } of functions) {
      const theirs = llvmTexts(metal.placed.get(symbol)!.compiled.words);
      const ours = metal.disassembly(symbol).split("\n");
      // Their branches have addresses, ours distances.
      theirs.forEach((text, i) => { if (!/^(b|bl|b\..*|cbn?z|tbn?z|adrp?)\t/.test(text)) expect(ours[i]).to.equal(text); });
    }
  });
});
