// Strings, and values as text: against Node's own.

import { expect } from "chai";
import fc from "fast-check";
import { PowerOff } from "../../../src/host/metal/simulated-metal";
import * as strings from "../../../src/unikernel/runtime/strings";
import { booleanToText, numberToText, wordToText } from "../../../src/unikernel/runtime/text";
import { simulate, type Simulation } from "./simulated";

const MIB = 1 << 20;

/** Few letters, so that texts stand in each other. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", " "), maxLength: 20 }),
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
);
const small = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 });
const index = fc.integer({ min: -25, max: 25 });
const radix = fc.integer({ min: 2, max: 36 });

const sign = (value: number): number => Math.sign(value);

describe("strings of the runtime", () => {
  let simulation: Simulation;

  before(() => { simulation = simulate(4 * MIB); });
  beforeEach(() => { simulation.metal.collect(); });

  const laws: readonly (readonly [name: string, law: () => void])[] = [
    ["concat", () => fc.assert(fc.property(text, text, (a, b) => strings.concat(a, b) === a + b))],
    ["equal", () => fc.assert(fc.property(text, text, (a, b) => strings.equal(a, b) === (a === b)
      && strings.equal(strings.concat(a, b), a + b)))],
    ["compare", () => fc.assert(fc.property(text, text, (a, b) =>
      sign(strings.compare(a, b)) === (a < b ? -1 : a > b ? 1 : 0)))],
    ["slice", () => fc.assert(fc.property(text, index, index, (a, from, to) =>
      strings.slice(a, from, to) === a.slice(from, to) && strings.slice(a, from) === a.slice(from)))],
    ["indexOf", () => fc.assert(fc.property(text, small, index, (a, b, from) =>
      strings.indexOf(a, b, from) === a.indexOf(b, from) && strings.indexOf(a, b) === a.indexOf(b)))],
    ["includes", () => fc.assert(fc.property(text, small, index, (a, b, from) =>
      strings.includes(a, b, from) === a.includes(b, from)))],
    ["startsWith", () => fc.assert(fc.property(text, small, index, (a, b, from) =>
      strings.startsWith(a, b, from) === a.startsWith(b, from)
      && strings.startsWith(a, b) === a.startsWith(b)))],
    ["endsWith", () => fc.assert(fc.property(text, small, index, (a, b, to) =>
      strings.endsWith(a, b, to) === a.endsWith(b, to) && strings.endsWith(a, b) === a.endsWith(b)))],
    ["trim", () => fc.assert(fc.property(text, (a) => strings.trim(a) === a.trim()))],
    ["split", () => fc.assert(fc.property(text, small, (a, b) =>
      JSON.stringify(strings.split(a, b)) === JSON.stringify(a.split(b))))],
    ["repeat", () => fc.assert(fc.property(text, fc.nat(5), (a, n) =>
      strings.repeat(a, n) === a.repeat(n)))],
    ["padStart", () => fc.assert(fc.property(text, index, small, (a, n, b) =>
      strings.padStart(a, n, b) === a.padStart(n, b) && strings.padStart(a, n) === a.padStart(n)))],
    ["padEnd", () => fc.assert(fc.property(text, index, small, (a, n, b) =>
      strings.padEnd(a, n, b) === a.padEnd(n, b) && strings.padEnd(a, n) === a.padEnd(n)))],
    ["numberToText", () => fc.assert(fc.property(fc.maxSafeInteger(), radix, (n, r) =>
      numberToText(n, r) === n.toString(r) && numberToText(n) === String(n)))],
    ["wordToText", () => fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), radix,
      (n, r) => wordToText(n, r) === n.toString(r) && wordToText(n) === String(n)))],
  ];
  for (const [name, law] of laws) it(`${name} does what Node's does`, law);

  it("white space is what Node trims, of all 256 codes", () => {
    for (let code = 0; code < 256; code++) {
      const one = strings.fromCharCode(code);
      expect(strings.trim(one), String(code)).to.equal(String.fromCharCode(code).trim());
    }
  });

  it("the ends of the numbers", () => {
    for (const n of [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      expect(numberToText(n, 10)).to.equal(String(n));
      expect(numberToText(n, 2)).to.equal(n.toString(2));
    }
    expect(wordToText(2n ** 64n - 1n, 16)).to.equal("ffffffffffffffff");
    expect(booleanToText(true) + booleanToText(false)).to.equal("truefalse");
  });

  const traps: readonly (readonly [what: string, act: () => void, printed: string])[] = [
    ["a code of 256", () => strings.fromCharCode(256), "trap: a string's code is not 0 to 255"],
    ["a code of -1", () => strings.fromCharCode(-1), "trap: a string's code is not 0 to 255"],
    ["repeat(-1)", () => strings.repeat("a", -1), "trap: a length is out of range"],
    ["2^40 codes", () => strings.padEnd("a", 2 ** 40), "trap: a length is out of range"],
    ["a radix of 37", () => numberToText(1, 37), "trap: a length is out of range"],
    ["more than the heap", () => strings.repeat("a", 5 * MIB), "trap: the heap is full"],
  ];
  for (const [what, act, printed] of traps) {
    it(`${what} traps`, () => {
      const own = simulate(4 * MIB);
      expect(act).to.throw(PowerOff);
      expect(own.metal.output.split("\n")[0]).to.equal(printed);
      simulation = simulate(4 * MIB);
    });
  }
});
