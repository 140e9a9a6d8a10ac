import { expect } from "chai";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { blocksOf, digestOf, rootsOfPrimes } from "./fips180";
import { INSTRUCTIONS } from "./instructions";
import { add, elementsOf, join } from "./memory";

const { SHA512H, SHA512H2, SHA512SU0, SHA512SU1 } = INSTRUCTIONS;

/** EXT by eight bytes: the upper half of `x` below the lower half of `y`. */
const across = (x: bigint, y: bigint): bigint => join(64, [x >> 64n, y]);

/** Forty groups of two rounds a block. A state is ab, cd, ef, gh, the first letter in element 0. */
function sha512(message: Uint8Array): string {
  const initial = rootsOfPrimes(8, 2, 64);
  const constants = rootsOfPrimes(80, 3, 64);
  let state = [0, 2, 4, 6].map((i) => join(64, initial.slice(i, i + 2)));
  for (const block of blocksOf(message, 64)) {
    const w = [...block];
    for (let i = 8; i < 40; i++) {
      w.push(SHA512SU1(SHA512SU0(w[i - 8]!, w[i - 7]!), w[i - 1]!, across(w[i - 4]!, w[i - 3]!)));
    }
    const last = w.reduce(([ab, cd, ef, gh], words, i) => {
      const input = add(64, words, join(64, constants.slice(2 * i, 2 * i + 2)));
      const t1 = SHA512H(add(64, gh!, across(input, input)), across(ef!, gh!), across(cd!, ef!));
      return [SHA512H2(t1, cd!, ab!), ab!, add(64, cd!, t1), ef!];
    }, state);
    state = state.map((half, i) => add(64, half, last[i]!));
  }
  return digestOf(state.flatMap((half) => elementsOf(64, half)), 64);
}

describe("SHA-512", () => {
  // FIPS 180-2, appendix C.
  const digest = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";
  it(`of "abc" is ${digest}`, () => {
    expect(sha512(Buffer.from("abc"))).to.equal(digest);
  });

  it("is OpenSSL's", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
      expect(sha512(message)).to.equal(createHash("sha512").update(message).digest("hex"));
    }), { numRuns: 30 });
  });
});
