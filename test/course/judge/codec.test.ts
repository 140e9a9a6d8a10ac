import { expect } from "chai";
import fc from "fast-check";
import { decode, encode, NotPlain } from "../../../src/course/judge/core/codec";

const plain = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 },
    fc.constantFrom(undefined, null, true, false, NaN, Infinity, -Infinity, -0, "", "__proto__"),
    fc.double(), fc.integer(), fc.bigInt({ min: -(2n ** 512n), max: 2n ** 512n }), fc.string({ unit: "binary" }), fc.uint8Array(),
    fc.array(tie("value")), fc.dictionary(fc.string(), tie("value")),
  ),
})).value;

describe("the codec", () => {
  it("gives back what it was given", () => {
    fc.assert(fc.property(plain, (value) => { expect(decode(encode(value))).to.deep.equal(value); }));
  });

  it("writes a message on one line, whatever is in it", () => {
    fc.assert(fc.property(plain, (value) => { expect(encode(value)).not.to.include("\n"); }));
  });

  const circle: unknown[] = [];
  circle.push(circle);
  const refused: readonly (readonly [unknown, string])[] = [
    // value                             what it is
    [() => 1,                            "a function"],
    [Symbol("s"),                        "a symbol"],
    [Promise.resolve(1),                 "a Promise"],
    [new Map(),                          "a Map"],
    [circle,                             "nested deeper than 32"],
    [new Array(200_000).fill(0),         "an array of 200000 elements"],
    ["x".repeat(1_000_000),              "a very long string"],
    [1n << 5000n,                        "a bigint of more than 1024"],
    [new Uint8Array(1_000_000),          "1000000 bytes"],
    [[[() => 1]],                        "a function"],
  ];
  for (const [value, what] of refused) {
    it(`refuses ${what}`, () => expect(() => encode(value)).to.throw(NotPlain, what));
  }

  const forged = [
    "", "{", "{}", `{"$":"bigint"}`, `{"$":"bigint","v":"0x1"}`, `{"$":"bigint","v":"${"f".repeat(2000)}"}`, `{"$":"bigint","v":["1"]}`,
    `{"$":"number","v":"1"}`, `{"$":"bytes","v":"0"}`, `{"$":"bytes","v":"zz"}`, `{"$":"object","v":{}}`, `{"$":"object","v":[[1,2]]}`,
    `{"$":"object","v":["ab"]}`, `{"$":"code","v":"1"}`, "[".repeat(100) + "]".repeat(100),
  ];
  for (const text of forged) {
    it(`takes no ${text.length > 40 ? `${text.slice(0, 40)}...` : text || "empty text"}`, () => expect(() => decode(text)).to.throw(NotPlain));
  }

  it("takes eight million bytes, or refuses them, and is not out of stack", () => {
    const hex = "ab".repeat(8_000_000);
    expect(decode(`{"$":"bytes","v":"${hex}"}`)).to.have.length(8_000_000);
    expect(() => decode(`{"$":"bytes","v":"${hex}x"}`)).to.throw(NotPlain);
  });

  it("takes any text at all for plain data or for none", () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      try {
        encode(decode(text));
      } catch (thrown) {
        expect(thrown).to.be.instanceOf(NotPlain);
      }
    }));
  });

  it("makes no prototype of a member called __proto__", () => {
    const value = decode(`{"$":"object","v":[["__proto__",{"$":"object","v":[["points",5]]}]]}`) as object;
    expect(Object.getPrototypeOf(value)).to.equal(Object.prototype);
    expect((value as { points?: unknown }).points).to.equal(undefined);
  });
});
