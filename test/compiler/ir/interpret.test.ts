import { expect } from "chai";
import { Interpreter } from "../../../src/compiler/ir/interpret";
import { printFunction } from "../../../src/compiler/ir/print";
import type { Program } from "../../../src/compiler/ir/program";
import { staticData } from "../../../src/compiler/ir/static-data";
import { verify } from "../../../src/compiler/ir/verify";
import { OutOfFuel, Thrown, Trapped, type Native, type World } from "../../../src/compiler/ir/world";
import { readIr } from "./read-ir";

const programOf = (texts: readonly string[], more: Partial<Program> = {}): Program => ({
  functions: texts.map((text) => verify(readIr(text))), assembly: [], initializers: [], globals: [], classes: [],
  data: [], start: "a.ts#start", sources: new Map(), ...more,
});

const worldOf = (natives: Readonly<Record<string, Native>> = {}, fuel = 10_000): World => ({
  natives: new Map(Object.entries(natives)), fuel, deepest: 100,
  machine: (text, args) => BigInt(text.length) + (args[0] ?? 0n),
});

const SUM = `
function a.ts#sum(v0 n: number)
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
  v12: number = safe v11
  jump b4(v12, v10)
b8:
  return v6
`;

const CATCH = `
function a.ts#catch(v0 x: number)
b1:
  invoke a.ts#outer(v0) to b2 handler b3
b2(v4: number):
  return v4
b3(v5 e: ref):
  v6: raw = constant 1000
  v7: raw = add v5, v6
  return v7
`;

const OUTER = `
function a.ts#outer(v0 x: number)
b1:
  v2: number = call a.ts#inner(v0)
  return v2
`;

const INNER = `
function a.ts#inner(v0 x: number)
b1:
  v2: number = constant 3
  guard ne v0, v2 else divide
  v3: number = call native#throwIfOdd(v0)
  return v3
`;

const throwIfOdd: Native = ([x = 0n], running) => (x % 2n === 1n ? running.throw(x) : x);

describe("The interpreter of the intermediate representation", () => {
  it("reads what the printer writes", () => {
    for (const text of [SUM, CATCH, OUTER, INNER]) {
      expect(printFunction(readIr(text)).trim()).to.equal(text.trim());
    }
  });

  it("adds the numbers below 100", () => {
    expect(new Interpreter(programOf([SUM]), worldOf()).call("a.ts#sum", [100n])).to.equal(4950n);
  });

  it("stops what does not end", () => {
    const interpreter = new Interpreter(programOf([SUM]), worldOf({}, 100));
    expect(() => interpreter.call("a.ts#sum", [100n])).to.throw(OutOfFuel);
  });

  it("goes on at the nearest handler, and traps past all of them", () => {
    const program = programOf([CATCH, OUTER, INNER]);
    const interpreter = new Interpreter(program, worldOf({ "native#throwIfOdd": throwIfOdd }));
    expect(interpreter.call("a.ts#catch", [4n])).to.equal(4n);
    expect(interpreter.call("a.ts#catch", [5n])).to.equal(1005n);
    expect(() => interpreter.call("a.ts#outer", [5n])).to.throw(Thrown);
    let trapped: unknown;
    try {
      interpreter.call("a.ts#catch", [3n]);
    } catch (error) {
      trapped = error;
    }
    expect(trapped).to.be.instanceOf(Trapped);
    const { trap, trace } = trapped as Trapped;
    expect(trap).to.equal("divide");
    expect(trace.map(({ title, at }) => `${title}:${at.line}`))
      .to.deep.equal(["inner:4", "outer:3", "catch:3"]);
  });

  it("calls functions by their addresses, and loads what it stored", () => {
    const program = programOf([SUM, `
      function a.ts#f(v0 p: ref)
      b1:
        v2: raw = symbol a.ts#sum
        store u64 [v0 + 8], v2
        v3: raw = load u64 [v0 + 8]
        v4: number = constant 5
        v5: number = call [v3](v4)
        store u32 [v0], v5
        v6: number = load s8 [v0]
        v7: number = machine "wfi" v6
        return v7
    `]);
    const interpreter = new Interpreter(program, worldOf());
    const object = BigInt(interpreter.addresses.allocate(16));
    expect(interpreter.call("a.ts#f", [object])).to.equal(13n);
  });
});

describe("Data computed at compile time", () => {
  const classes = [
    { name: "string", shape: "string", size: 8, lastHeir: 0, references: [] },
    { name: "Pair", shape: "instance", size: 24, lastHeir: 1, references: [false, true, false] },
  ] as const;
  const globals = [
    { symbol: "a.ts#n", isReference: false, isConstant: true },
    { symbol: "a.ts#p", isReference: true, isConstant: false },
    { symbol: "a.ts#z", isReference: false, isConstant: false },
  ];
  const allocate: Native = ([bytes = 0n], { addresses }) =>
    BigInt(addresses.allocate(Number(bytes)));

  const INITIALIZE = `
    function a.ts#<module>()
    b1:
      v2: raw = symbol a.ts#n
      v3: number = constant 42
      store u64 [v2], v3
      v4: raw = constant 32
      v5: ref = call native#allocate(v4)
      v6: raw = constant 1
      store u32 [v5], v6
      store u64 [v5 + 8], v5
      v7: raw = symbol a.ts#<module>
      store u64 [v5 + 16], v7
      v8: raw = symbol a.ts#p
      store u64 [v8], v5
      return
  `;

  it("holds variables and the objects they reach, with references as relocations", () => {
    const program = programOf([INITIALIZE], {
      initializers: ["a.ts#<module>"], globals, classes,
    });
    const data = staticData(program, worldOf({ "native#allocate": allocate }));
    expect(data.map(({ symbol, section, bytes, relocations }) =>
      [symbol, section, [...bytes], relocations.map(({ offset, symbol: to }) => [offset, to])]))
      .to.deep.equal([
        ["a.ts#n", ".rodata", [42, 0, 0, 0, 0, 0, 0, 0], []],
        ["a.ts#p", ".data", [0, 0, 0, 0, 0, 0, 0, 0], [[0, "a.ts#p.1"]]],
        ["a.ts#p.1", ".data", [1, ...Array<number>(23).fill(0)],
          [[8, "a.ts#p.1"], [16, "a.ts#<module>"]]],
        ["a.ts#z", ".bss", [0, 0, 0, 0, 0, 0, 0, 0], []],
      ]);
  });

  it("is the program's fault where it traps", () => {
    const program = programOf([`
      function a.ts#<module>()
      b1:
        trap index
    `], { initializers: ["a.ts#<module>"] });
    expect(() => staticData(program, worldOf()))
      .to.throw("a.ts:3:1: computed at compile time: an index is out of range");
  });
});
