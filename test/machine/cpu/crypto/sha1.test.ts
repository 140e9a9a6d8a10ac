import { expect } from "chai";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { blocksOf, digestOf } from "./fips180";
import { INSTRUCTIONS } from "./instructions";
import { add, elementsOf, join } from "./memory";

const { SHA1C, SHA1P, SHA1M, SHA1H, SHA1SU0, SHA1SU1 } = INSTRUCTIONS;

// FIPS 180-4, "SHA-1 constants" and "SHA-1".
const ROUNDS = [[SHA1C, 0x5a827999n], [SHA1P, 0x6ed9eba1n], [SHA1M, 0x8f1bbcdcn], [SHA1P, 0xca62c1d6n]] as const;
const ABCD = join(32, [0x67452301n, 0xefcdab89n, 0x98badcfen, 0x10325476n]);
const E = 0xc3d2e1f0n;

/** Twenty groups of four rounds a block, as a program for the instructions has them. */
function sha1(message: Uint8Array): string {
  let [abcd, e] = [ABCD, E];
  for (const block of blocksOf(message, 32)) {
    const w = [...block];
    for (let i = 4; i < 20; i++) w.push(SHA1SU1(SHA1SU0(w[i - 4]!, w[i - 3]!, w[i - 2]!), w[i - 1]!));
    let [x, y] = [abcd, e];
    w.forEach((words, i) => {
      const [hash, constant] = ROUNDS[Math.floor(i / 5)]!;
      const nextY = SHA1H(x);
      x = hash(x, y, add(32, words, join(32, [constant, constant, constant, constant])));
      y = nextY;
    });
    [abcd, e] = [add(32, abcd, x), e + y];
  }
  return digestOf([...elementsOf(32, abcd), e], 32);
}

describe("SHA-1", () => {
  // FIPS 180-2, appendix A.
  const digests = [
    ["abc",                                                      "a9993e364706816aba3e25717850c26c9cd0d89d"],
    ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"],
  ] as const;
  for (const [message, digest] of digests) {
    it(`of "${message}" is ${digest}`, () => {
      expect(sha1(Buffer.from(message))).to.equal(digest);
    });
  }

  it("is OpenSSL's", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 150 }), (message) => {
      expect(sha1(message)).to.equal(createHash("sha1").update(message).digest("hex"));
    }));
  });
});
