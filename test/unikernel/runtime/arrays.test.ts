// Arrays: what moves words in simulated memory, and what looks at elements with Node's own arrays,
// each against what Node's methods do. Typed arrays against Node's typed arrays.

import { expect } from "chai";
import fc from "fast-check";
import { BODY } from "../../../src/formats/objects/layout";
import { PowerOff } from "../../../src/host/metal/simulated-metal";
import { load64, store64 } from "../../../src/unikernel/metal/memory";
import { addressOf, objectAt } from "../../../src/unikernel/metal/object";
import { newArrayOfReferences, newArrayOfWords } from "../../../src/unikernel/runtime/allocate";
import * as arrays from "../../../src/unikernel/runtime/arrays";
import { blockOf, elementAddress } from "../../../src/unikernel/runtime/block";
import { lengthOf } from "../../../src/unikernel/runtime/class-table";
import { sort } from "../../../src/unikernel/runtime/sort";
import * as typed from "../../../src/unikernel/runtime/typed-arrays";
import { simulate, type Simulation } from "./simulated";

const MIB = 1 << 20;

/** An array of numbers in simulated memory. What stands for it here has no elements of its own. */
function simulated(values: readonly number[]): number[] {
  const array = newArrayOfWords(values.length);
  values.forEach((value, i) => { store64(elementAddress(array, i), BigInt.asUintN(64, BigInt(value))); });
  const object = objectAt<number[]>(array);
  Object.defineProperty(object, "length", { get: () => lengthOf(array), configurable: true });
  return object;
}

const numbersIn = (array: number[]): number[] => {
  const address = addressOf(array);
  return Array.from({ length: lengthOf(address) }, (_, i) =>
    Number(BigInt.asIntN(64, load64(elementAddress(address, i)))));
};

const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 12 });
const index = fc.integer({ min: -14, max: 14 });

describe("arrays of the runtime, as words", () => {
  beforeEach(() => { simulate(4 * MIB); });

  it("push and pop, ten thousand times, with room for twice as many each time", () => {
    const array = simulated([]);
    const rooms = new Set<number>();
    for (let i = 0; i < 10_000; i++) {
      expect(arrays.push(array, i - 5000)).to.equal(i + 1);
      rooms.add(lengthOf(blockOf(addressOf(array))));
    }
    expect(rooms).to.deep.equal(new Set([4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384]));
    expect(numbersIn(array)).to.deep.equal(Array.from({ length: 10_000 }, (_, i) => i - 5000));
    for (let i = 0; i < 10_000; i++) arrays.pop(array);
    expect(numbersIn(array)).to.deep.equal([]);
    arrays.pop(array);
    expect(lengthOf(addressOf(array))).to.equal(0);
  });

  it("pop leaves nothing behind that keeps an object alive", () => {
    const array = simulated([1, 2]);
    const at = elementAddress(addressOf(array), 1);
    arrays.pop(array);
    expect(load64(at)).to.equal(0n);
  });

  it("the new array is of references where the old one is", () => {
    const array = newArrayOfReferences(2);
    const copy = addressOf(arrays.slice(Object.assign(objectAt<string[]>(array), { length: 2 })));
    expect(load64(copy)).to.equal(load64(array));
    expect(load64(blockOf(copy))).to.equal(load64(blockOf(array)));
  });

  const laws: readonly (readonly [name: string, law: () => void])[] = [
    ["slice", () => fc.assert(fc.property(numbers, index, index, (a, from, to) => {
      expect(numbersIn(arrays.slice(simulated(a), from, to))).to.deep.equal(a.slice(from, to));
      expect(numbersIn(arrays.slice(simulated(a)))).to.deep.equal(a);
    }))],
    ["concat", () => fc.assert(fc.property(numbers, numbers, (a, b) => {
      expect(numbersIn(arrays.concat(simulated(a), simulated(b)))).to.deep.equal(a.concat(b));
    }))],
    ["append", () => fc.assert(fc.property(numbers, numbers, (a, b) => {
      const array = simulated(a);
      arrays.append(array, simulated(b));
      expect(numbersIn(array)).to.deep.equal([...a, ...b]);
      arrays.append(array, array);
      expect(numbersIn(array)).to.deep.equal([...a, ...b, ...a, ...b]);
    }))],
    ["reverse", () => fc.assert(fc.property(numbers, (a) => {
      const array = simulated(a);
      expect(arrays.reverse(array)).to.equal(array);
      expect(numbersIn(array)).to.deep.equal([...a].reverse());
    }))],
    ["fill", () => fc.assert(fc.property(numbers, index, index, (a, from, to) => {
      expect(numbersIn(arrays.fill(simulated(a), -7, from, to))).to.deep.equal([...a].fill(-7, from, to));
      expect(numbersIn(arrays.fill(simulated(a), 3))).to.deep.equal([...a].fill(3));
    }))],
  ];
  for (const [name, law] of laws) it(`${name} does what Node's does`, law);
});

describe("arrays of the runtime, by element", () => {
  before(() => { simulate(4 * MIB); });

  const isOdd = (value: number): boolean => value % 2 !== 0;
  const laws: readonly (readonly [name: string, law: (a: number[], n: number, i: number) => void])[] = [
    ["indexOf", (a, n, i) => { expect(arrays.indexOf(a, n, i)).to.equal(a.indexOf(n, i)); }],
    ["includes", (a, n, i) => { expect(arrays.includes(a, n, i)).to.equal(a.includes(n, i)); }],
    ["join", (a) => { expect(arrays.join(a, ", ")).to.equal(a.join(", ")); expect(arrays.join(a)).to.equal(a.join()); }],
    ["map", (a) => { expect(arrays.map(a, (v, i) => `${v}${i}`)).to.deep.equal(a.map((v, i) => `${v}${i}`)); }],
    ["filter", (a) => { expect(arrays.filter(a, isOdd)).to.deep.equal(a.filter(isOdd)); }],
    ["some", (a, n) => { expect(arrays.some(a, (v) => v === n)).to.equal(a.some((v) => v === n)); }],
    ["every", (a, n) => { expect(arrays.every(a, (v) => v > n)).to.equal(a.every((v) => v > n)); }],
    ["findIndex", (a, n) => { expect(arrays.findIndex(a, (v) => v > n)).to.equal(a.findIndex((v) => v > n)); }],
    ["find", (a, n) => { expect(arrays.find(a, (v) => v > n)).to.equal(a.find((v) => v > n) ?? null); }],
    ["reduce", (a) => {
      const step = (text: string, value: number, i: number): string => `${text}(${value}${i})`;
      expect(arrays.reduce(a, step, "")).to.equal(a.reduce(step, ""));
    }],
  ];
  for (const [name, law] of laws) {
    it(`${name} does what Node's does`, () => {
      fc.assert(fc.property(numbers, fc.integer({ min: -9, max: 9 }), index, law));
    });
  }

  it("forEach sees what is taken away, and not what is added", () => {
    const seen = (forEach: (array: number[], f: (value: number, i: number) => void) => void): number[] => {
      const found: number[] = [];
      const array = [1, 2, 3, 4, 5, 6];
      forEach(array, (value, i) => { found.push(value); if (i < 2) array.pop(); });
      forEach(array, (value, i) => { found.push(value); if (i < 2) array.push(9); });
      return found;
    };
    expect(seen(arrays.forEach)).to.deep.equal(seen((array, f) => { array.forEach(f); }));
  });
});

describe("sort", () => {
  interface Item { readonly value: number; readonly came: number }

  /** In order, or nearly, or in runs, or not at all. */
  const input = fc.tuple(
    fc.array(fc.array(fc.nat(60), { maxLength: 300, size: "max" }), { maxLength: 6 }),
    fc.constantFrom("random", "runs", "all"),
  ).map(([parts, order]) => {
    const up = (a: number, b: number): number => a - b;
    if (order === "all") return parts.flat().sort(up);
    return order === "runs" ? parts.flatMap((part, i) => (i % 3 === 0 ? part.sort(up).reverse() : part.sort(up))) : parts.flat();
  });

  /** What is compared with what, and what comes of it. */
  function traceOf(values: readonly number[], by: (a: number, b: number) => number,
    sorting: (array: Item[], compare: (a: Item, b: Item) => number) => Item[]): string {
    const trace: string[] = [];
    const sorted = sorting(values.map((value, came) => ({ value, came })), (a, b) => {
      trace.push(`${a.came}:${b.came}`);
      return by(a.value, b.value);
    });
    return `${trace.join(" ")} = ${sorted.map(({ came }) => came).join(" ")}`;
  }

  const comparisons: readonly (readonly [name: string, by: (a: number, b: number) => number])[] = [
    ["by size", (a, b) => a - b],
    ["in a few classes, which must stay in order", (a, b) => a % 3 - b % 3],
    ["by what contradicts itself", (a, b) => (a * 7 + b * 3) % 5 - 2],
  ];
  for (const [name, by] of comparisons) {
    it(`${name}: the same comparisons as Node's, in the same order, and the same outcome`, () => {
      fc.assert(fc.property(input, (values) => {
        expect(traceOf(values, by, sort)).to.equal(traceOf(values, by, (array, f) => array.sort(f)));
      }));
    });
  }

  it("a comparison that throws leaves the array as it was", () => {
    const array = [3, 2, 1, 5, 4];
    let count = 0;
    expect(() => sort(array, (a, b) => {
      if (++count === 5) throw new Error("enough");
      return a - b;
    })).to.throw("enough");
    expect(array).to.deep.equal([3, 2, 1, 5, 4]);
  });
});

describe("typed arrays of the runtime", () => {
  let simulation: Simulation;
  beforeEach(() => { simulation = simulate(4 * MIB); });

  const KINDS = [
    // Node's      from numbers, and zeros                                    bytes
    [Uint8Array,  typed.newUint8ArrayFrom,  typed.newUint8Array,  1],
    [Int8Array,   typed.newInt8ArrayFrom,   typed.newInt8Array,   1],
    [Uint16Array, typed.newUint16ArrayFrom, typed.newUint16Array, 2],
    [Int16Array,  typed.newInt16ArrayFrom,  typed.newInt16Array,  2],
    [Uint32Array, typed.newUint32ArrayFrom, typed.newUint32Array, 4],
    [Int32Array,  typed.newInt32ArrayFrom,  typed.newInt32Array,  4],
  ] as const;

  /** Read back through an array of words, of which each element is a whole number. */
  const elements = (view: object): number[] =>
    Array.from({ length: lengthOf(addressOf(view)) }, (_, i) => {
      for (const value of candidates) if (typed.indexOf(view, value, i) === i) return value;
      return NaN;
    });
  let candidates: readonly number[] = [];

  const wide = fc.array(fc.oneof(
    fc.integer({ min: -9, max: 9 }), fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), fc.maxSafeInteger(),
  ), { maxLength: 10 });

  for (const [nodes, from, zeros] of KINDS) {
    const { name } = nodes;
    it(`${name}: made of numbers, each is cut as Node cuts it`, () => {
      fc.assert(fc.property(wide, (values) => {
        const theirs = new nodes(values);
        candidates = [...theirs];
        expect(elements(from(simulated(values)))).to.deep.equal([...theirs]);
      }));
    });

    it(`${name}: slice, subarray, fill, set, indexOf`, () => {
      fc.assert(fc.property(wide, index, index, fc.integer({ min: -300, max: 70_000 }), (values, a, b, n) => {
        const theirs = new nodes(values);
        const ours = from(simulated(values));
        const check = (): void => {
          candidates = [...theirs];
          expect(elements(ours)).to.deep.equal([...theirs]);
        };
        expect(typed.indexOf(ours, n, a)).to.equal(theirs.indexOf(n, a));
        const [copy, part] = [typed.slice(ours, a, b), typed.subarray(ours, a, b)];
        const [theirCopy, theirPart] = [theirs.slice(a, b), theirs.subarray(a, b)];
        theirPart.fill(n);
        expect(typed.fill(part, n)).to.equal(part);
        check();
        theirs.fill(7, a, b);
        typed.fill(ours, 7, a, b);
        check();
        candidates = [...theirCopy];
        expect(elements(copy)).to.deep.equal([...theirCopy]);
        if (theirPart.length > 0) {
          theirs.set(theirs.subarray(1));
          typed.set(ours, typed.subarray(ours, 1));
          check();
          theirs.set(theirs.subarray(0, -1), 1);
          typed.set(ours, typed.subarray(ours, 0, -1), 1);
          check();
        }
      }));
    });

    it(`${name}: zeros, and lengths that cannot be`, () => {
      candidates = [0];
      expect(elements(zeros(5))).to.deep.equal([0, 0, 0, 0, 0]);
      expect(() => zeros(-1)).to.throw(PowerOff);
      expect(simulation.metal.output).to.equal("trap: a length is out of range\n");
    });
  }

  it("elements of every kind are set from those of every other", () => {
    const values = [0, 1, 127, 128, 255, 256, 32_767, 32_768, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, -1, -128];
    for (const [fromNode, from] of KINDS) {
      for (const [toNode, to] of KINDS) {
        const theirs = new toNode(new fromNode(values));
        candidates = [...theirs];
        expect(elements(to(from(simulated(values))))).to.deep.equal([...theirs]);
      }
    }
  });

  it("words: 64 bits, all of them", () => {
    const array = newArrayOfWords(2);
    store64(elementAddress(array, 0), 0xfedc_ba98_7654_3210n);
    const view = typed.newBigUint64ArrayFrom(objectAt<bigint[]>(array));
    expect(typed.indexOf(view, 0xfedc_ba98_7654_3210n)).to.equal(0);
    typed.fill(view, 2n ** 63n, 1);
    expect(typed.indexOf(view, 2n ** 63n)).to.equal(1);
  });

  it("a set that does not fit traps", () => {
    const view = typed.newUint8Array(3);
    expect(() => { typed.set(view, typed.newUint8Array(3), 1); }).to.throw(PowerOff);
    expect(simulation.metal.output).to.equal("trap: an index is out of range\n");
  });

  it("views of one storage see each other's writes, at any alignment", () => {
    const whole = typed.newUint8Array(9);
    const part = typed.subarray(whole, 3, 8);
    typed.fill(part, 5, 1, 3);
    candidates = [0, 5];
    expect(elements(whole)).to.deep.equal([0, 0, 0, 0, 5, 5, 0, 0, 0]);
    expect(load64(addressOf(part) + BigInt(BODY))).to.equal(load64(addressOf(whole) + BigInt(BODY)) + 3n);
  });
});
