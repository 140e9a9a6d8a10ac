// The kernel's generator against OpenSSL's ChaCha20, put together as D. J. Bernstein's "fast key erasure" says (2017):
// of each block the first 32 bytes are the next key, and the rest is given away.

import { createCipheriv } from "node:crypto";
import { createRequire } from "node:module";
import { expect } from "chai";
import { PowerOff, SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import type * as Generator from "../../../src/unikernel/random/generator";
import { random, RandomGenerator } from "../../../src/unikernel/random/generator";

const GENERATOR = "../../../src/unikernel/random/generator";

/** Bytes 0 to 31, and 32 to 63, of the block under a key. OpenSSL's IV: the counter, then the nonce. */
function block(key: Buffer): { key: Buffer; given: Buffer } {
  const bytes = createCipheriv("chacha20", key, Buffer.alloc(16)).update(Buffer.alloc(64));
  return { key: bytes.subarray(0, 32), given: bytes.subarray(32) };
}

const seed = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => 7 * i + 1);

/** What absorbing bytes makes of a key: each 32 of them are added to it, and the block's first half is the next. */
function absorbed(key: Buffer, bytes: Uint8Array): Buffer {
  let now = key;
  for (let from = 0; from < bytes.length; from += 32) {
    now = block(Buffer.from(now.map((byte, i) => byte ^ (bytes[from + i] ?? 0)))).key;
  }
  return now;
}

function generatorOf(...seeds: readonly Uint8Array[]): RandomGenerator {
  const generator = new RandomGenerator();
  for (const bytes of seeds) generator.absorbBytes(bytes, true);
  return generator;
}

function bytesOf(generator: RandomGenerator, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  generator.fill(bytes);
  return bytes;
}

describe("the kernel's random numbers", () => {
  for (const length of [1, 4, 31, 32, 33, 64, 100]) {
    it(`from a seed of ${length} bytes, as OpenSSL has them`, () => {
      let key = absorbed(Buffer.alloc(32), seed(length));
      const expected: Buffer[] = [];
      for (let i = 0; i < 4; i++) {
        const next = block(key);
        expected.push(next.given);
        key = next.key;
      }
      const generator = generatorOf(seed(length));
      expect(bytesOf(generator, 70).equals(Buffer.concat(expected).subarray(0, 70)), "three blocks, the last one cut").to.equal(true);
      expect(bytesOf(generator, 5).equals(expected[3]!.subarray(0, 5)), "what was left of it is not given any more").to.equal(true);
      expect(generator.seedBytes).to.equal(4 * Math.ceil(length / 4));
    });
  }

  it("a second seed adds to the first: neither alone gives the same", () => {
    const [a, b] = [seed(32), seed(32).reverse()];
    const expected = block(absorbed(absorbed(Buffer.alloc(32), a), b)).given;
    expect(bytesOf(generatorOf(a, b), 32).equals(expected)).to.equal(true);
    for (const other of [generatorOf(a), generatorOf(b), generatorOf(b, a)]) {
      expect(bytesOf(other, 32).equals(expected)).to.equal(false);
    }
  });

  it("words are little-endian", () => {
    const given = block(absorbed(Buffer.alloc(32), seed(32))).given;
    expect(generatorOf(seed(32)).next()).to.equal(given.readUInt32LE(0));
  });

  it("before RNG::init there are none: our fault, and loud", () => {
    const metal = new SimulatedMetal(0x4000_0000n, 0x1000, 0x1000);
    hostMetal(metal);
    // As it is before anybody has begun.
    const file = require.resolve(GENERATOR);
    const begun = require.cache[file];
    delete require.cache[file];
    const fresh = createRequire(__filename)(GENERATOR) as typeof Generator;
    require.cache[file] = begun;
    try {
      expect(() => fresh.random()).to.throw(PowerOff);
      expect(metal.output).to.equal("bug: somebody wants random numbers before RNG::init\n");
      expect(fresh.random === random).to.equal(false);
      expect(fresh.beginRandom()).to.equal(fresh.random());
    } finally {
      hostMetal(undefined);
    }
  });
});
