import { expect } from "chai";
import { createCipheriv, createDecipheriv } from "node:crypto";
import * as fc from "fast-check";
import {
  AESInvMixColumns, AESInvShiftRows, AESInvSubBytes, AESMixColumns, AESShiftRows, AESSubBytes,
} from "../../../../src/machine/cpu/crypto/aes";
import { multiply, sBoxes } from "../../../../src/machine/cpu/crypto/s-box";
import { INSTRUCTIONS } from "./instructions";
import { bytesOf, elementsOf, join, vectorOf } from "./memory";

const { AESE, AESD, AESMC, AESIMC } = INSTRUCTIONS;

/** A vector as FIPS 197 writes it: byte 0 first. */
const vector = (digits: string): bigint => vectorOf(Buffer.from(digits, "hex"));
const digits = (v: bigint): string => bytesOf(v).toString("hex");

/** The S-box on each byte of a word, by AESE: where all columns are the same, no row is seen to shift. */
function subWord(word: number): number {
  const column = BigInt(word >>> 0);
  return Number(BigInt.asUintN(32, AESE(join(32, [column, column, column, column]), 0n)));
}

/** The eleven round keys of AES-128 (FIPS 197, "Key expansion"). */
function roundKeys(key: bigint): bigint[] {
  const words = elementsOf(32, key).map(Number);
  for (let i = 4, rcon = 1; i < 44; i++) {
    const last = words[i - 1]!;
    const mixed = i % 4 === 0 ? subWord((last >>> 8) | (last << 24)) ^ rcon : last;
    if (i % 4 === 0) rcon = multiply(rcon, 2);
    words.push((words[i - 4]! ^ mixed) >>> 0);
  }
  return Array.from({ length: 11 }, (_, round) => join(32, words.slice(4 * round, 4 * round + 4).map(BigInt)));
}

function encrypt(key: bigint, plaintext: bigint): bigint {
  const keys = roundKeys(key);
  const state = keys.slice(0, 9).reduce((s, k) => AESMC(AESE(s, k)), plaintext);
  return AESE(state, keys[9]!) ^ keys[10]!;
}

/** The equivalent inverse cipher: the round keys between the first and the last go through AESIMC. */
function decrypt(key: bigint, ciphertext: bigint): bigint {
  const keys = roundKeys(key).reverse();
  const state = keys.slice(1, 10).reduce((s, k) => AESD(AESIMC(s), AESIMC(k)), AESD(ciphertext, keys[0]!));
  return state ^ keys[10]!;
}

describe("AES", () => {
  // FIPS 197, appendix B, the first round: what each step starts from, and what it makes.
  const steps = [
    [AESSubBytes,   AESInvSubBytes,   "193de3bea0f4e22b9ac68d2ae9f84808", "d42711aee0bf98f1b8b45de51e415230"],
    [AESShiftRows,  AESInvShiftRows,  "d42711aee0bf98f1b8b45de51e415230", "d4bf5d30e0b452aeb84111f11e2798e5"],
    [AESMixColumns, AESInvMixColumns, "d4bf5d30e0b452aeb84111f11e2798e5", "046681e5e0cb199a48f8d37a2806264c"],
  ] as const;
  for (const [step, inverse, before, after] of steps) {
    it(`${step.name} of ${before} is ${after}, and ${inverse.name} undoes it`, () => {
      expect(digits(step.apply(vector(before)))).to.equal(after);
      expect(digits(inverse.apply(vector(after)))).to.equal(before);
    });
  }

  // FIPS 197, "Multiplication in GF(2^8)".
  const products = [
    [0x57, 0x01, 0x57], [0x57, 0x02, 0xae], [0x57, 0x04, 0x47], [0x57, 0x08, 0x8e],
    [0x57, 0x10, 0x07], [0x57, 0x13, 0xfe], [0x57, 0x83, 0xc1],
  ] as const;
  for (const [x, y, product] of products) {
    it(`{${x.toString(16)}} times {${y.toString(16)}} is {${product.toString(16)}}`, () => {
      expect(multiply(x, y)).to.equal(product);
    });
  }

  it("multiplies the four bytes of a word without mixing them", () => {
    expect(multiply(0x5700_0157, 0x13) >>> 0).to.equal(0xfe00_13fe);
  });

  it("has the S-box of FIPS 197, table 4", () => {
    const { forward } = sBoxes();
    expect(Buffer.from(forward.subarray(0x00, 0x10)).toString("hex")).to.equal("637c777bf26b6fc53001672bfed7ab76");
    expect(Buffer.from(forward.subarray(0x50, 0x60)).toString("hex")).to.equal("53d100ed20fcb15b6acbbe394a4c58cf");
    expect(Buffer.from(forward.subarray(0xf0, 0x100)).toString("hex")).to.equal("8ca1890dbfe6426841992d0fb054bb16");
  });

  it("encrypts and decrypts the block of FIPS 197, appendix B", () => {
    const key = vector("2b7e151628aed2a6abf7158809cf4f3c");
    expect(digits(roundKeys(key)[10]!)).to.equal("d014f9a8c9ee2589e13f0cc8b6630ca6"); // Appendix A.1.
    const [plaintext, ciphertext] = ["3243f6a8885a308d313198a2e0370734", "3925841d02dc09fbdc118597196a0b32"];
    expect(digits(encrypt(key, vector(plaintext)))).to.equal(ciphertext);
    expect(digits(decrypt(key, vector(ciphertext)))).to.equal(plaintext);
  });

  it("encrypts and decrypts as OpenSSL does", () => {
    const block = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(fc.property(block, block, (key, text) => {
      const cipher = createCipheriv("aes-128-ecb", key, null).setAutoPadding(false);
      const decipher = createDecipheriv("aes-128-ecb", key, null).setAutoPadding(false);
      expect(digits(encrypt(vectorOf(key), vectorOf(text)))).to.equal(cipher.update(text).toString("hex"));
      expect(digits(decrypt(vectorOf(key), vectorOf(text)))).to.equal(decipher.update(text).toString("hex"));
    }));
  });
});
