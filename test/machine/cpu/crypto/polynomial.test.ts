import { expect } from "chai";
import { createCipheriv } from "node:crypto";
import * as fc from "fast-check";
import { PolynomialMult } from "../../../../src/machine/cpu/crypto/polynomial";
import { INSTRUCTIONS } from "./instructions";

const multiply = PolynomialMult.apply;

/** AES-GCM counts the first bit of a block as x^0: the low bit here, once all are reversed. */
const reversed = (block: Uint8Array): bigint =>
  BigInt(`0b${[...Buffer.from(block).toString("hex")].reverse().map(reversedDigit).join("")}`);
const reversedDigit = (digit: string): string =>
  [...parseInt(digit, 16).toString(2).padStart(4, "0")].reverse().join("");

/** Modulo x^128 + x^7 + x^2 + x + 1. */
function reduce(product: bigint): bigint {
  const high = product >> 128n;
  const folded = multiply(high, 0x87n) ^ BigInt.asUintN(128, product);
  return folded >> 128n === 0n ? folded : reduce(folded);
}

/** 128 bits by 128, as programs do it: four products of doublewords. */
function multiply128(x: bigint, y: bigint): bigint {
  const swapped = (y >> 64n) | (BigInt.asUintN(64, y) << 64n);
  const crossed = INSTRUCTIONS["PMULL.1Q"](x, swapped) ^ INSTRUCTIONS["PMULL2.1Q"](x, swapped);
  return INSTRUCTIONS["PMULL.1Q"](x, y) ^ (crossed << 64n) ^ (INSTRUCTIONS["PMULL2.1Q"](x, y) << 128n);
}

describe("PolynomialMult", () => {
  // Gueron and Kounavis, "Intel Carry-Less Multiplication Instruction", the examples of PCLMULQDQ.
  const products = [
    [0x6374_6f72_5d53_475dn, 0x5b47_7565_726f_6e5dn, 0x1d4d_84c8_5c34_40c0_9296_33d5_d36f_0451n],
    [0x7b5b_5465_7374_5665n, 0x4869_2853_6861_7929n, 0x1d1e_1f2c_592e_7c45_d66e_e03e_410f_d4edn],
  ] as const;
  for (const [x, y, product] of products) {
    it(`of ${x.toString(16)} and ${y.toString(16)} is ${product.toString(16)}`, () => {
      expect(multiply(x, y).toString(16)).to.equal(product.toString(16));
    });
  }

  it("commutes, and distributes over exclusive or", () => {
    const polynomial = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
    fc.assert(fc.property(polynomial, polynomial, polynomial, (x, y, z) => {
      expect(multiply(x, y)).to.equal(multiply(y, x));
      expect(multiply(x, y ^ z)).to.equal(multiply(x, y) ^ multiply(x, z));
    }));
  });

  it("makes the tag of AES-GCM: OpenSSL's, for one block that is only authenticated", () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(fc.property(bytes(16), bytes(12), bytes(16), (key, nonce, block) => {
      const cipher = createCipheriv("aes-128-gcm", key, nonce);
      cipher.setAAD(block);
      cipher.final();
      const ecb = createCipheriv("aes-128-ecb", key, null).setAutoPadding(false);
      const h = reversed(ecb.update(new Uint8Array(16)));
      const mask = reversed(ecb.update(Buffer.from([...nonce, 0, 0, 0, 1])));
      const lengths = reversed(Buffer.from([0, 0, 0, 0, 0, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0, 0]));

      const first = reduce(multiply128(reversed(block), h));
      const second = reduce(multiply128(first ^ lengths, h));
      expect(second ^ mask).to.equal(reversed(cipher.getAuthTag()));
    }), { numRuns: 50 });
  });
});
