import { expect } from "chai";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { blocksOf, digestOf, rootsOfPrimes } from "./fips180";
import { INSTRUCTIONS } from "./instructions";
import { add, elementsOf, join } from "./memory";

const { SHA256H, SHA256H2, SHA256SU0, SHA256SU1 } = INSTRUCTIONS;

/** Sixteen groups of four rounds a block. */
function sha256(message: Uint8Array): string {
  const initial = rootsOfPrimes(8, 2, 32);
  const constants = rootsOfPrimes(64, 3, 32);
  let [abcd, efgh] = [join(32, initial.slice(0, 4)), join(32, initial.slice(4))];
  for (const block of blocksOf(message, 32)) {
    const w = [...block];
    for (let i = 4; i < 16; i++) w.push(SHA256SU1(SHA256SU0(w[i - 4]!, w[i - 3]!), w[i - 2]!, w[i - 1]!));
    let [x, y] = [abcd, efgh];
    w.forEach((words, i) => {
      const input = add(32, words, join(32, constants.slice(4 * i, 4 * i + 4)));
      [x, y] = [SHA256H(x, y, input), SHA256H2(y, x, input)];
    });
    [abcd, efgh] = [add(32, abcd, x), add(32, efgh, y)];
  }
  return digestOf([...elementsOf(32, abcd), ...elementsOf(32, efgh)], 32);
}

describe("SHA-256", () => {
  // FIPS 180-2, appendix B.
  const digests = [
    ["abc",
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
  ] as const;
  for (const [message, digest] of digests) {
    it(`of "${message}" is ${digest}`, () => {
      expect(sha256(Buffer.from(message))).to.equal(digest);
    });
  }

  it("is OpenSSL's", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 150 }), (message) => {
      expect(sha256(message)).to.equal(createHash("sha256").update(message).digest("hex"));
    }), { numRuns: 30 });
  });
});
