import { expect } from "chai";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { INSTRUCTIONS } from "./instructions";
import { elementsOf, join } from "./memory";

const { EOR3, RAX1, XAR, BCAX } = INSTRUCTIONS;

const RATE = 136; // Bytes of SHA3-256.
const COORDINATES = [0, 1, 2, 3, 4] as const;
const at = (x: number, y: number): number => (x % 5) + 5 * (y % 5);

/** FIPS 202, rho: how far each lane is rotated. */
function rotations(): number[] {
  const result: number[] = Array.from({ length: 25 }, () => 0);
  for (let t = 0, x = 1, y = 0; t < 24; t++) {
    result[at(x, y)] = (((t + 1) * (t + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  return result;
}

/** FIPS 202, iota: the constants of the 24 rounds, from its shift register. */
function roundConstants(): bigint[] {
  let register = 1;
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0; j < 7; j++) {
      if (register & 1) constant |= 1n << BigInt(2 ** j - 1);
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    }
    return constant;
  });
}

/** Keccak-f[1600] on 25 vectors: two states at once, one in each doubleword. */
function keccak(lanes: readonly bigint[]): bigint[] {
  const rho = rotations();
  return roundConstants().reduce<bigint[]>((a, constant) => {
    const columns = COORDINATES.map((x) =>
      EOR3(EOR3(a[at(x, 0)]!, a[at(x, 1)]!, a[at(x, 2)]!), a[at(x, 3)]!, a[at(x, 4)]!));
    const theta = COORDINATES.map((x) => RAX1(columns[(x + 4) % 5]!, columns[(x + 1) % 5]!));
    const b: bigint[] = [];
    a.forEach((lane, i) => {
      const [x, y] = [i % 5, Math.floor(i / 5)];
      b[at(y, 2 * x + 3 * y)] = XAR(lane, theta[x]!, BigInt((64 - rho[i]!) % 64));
    });
    const chi = b.map((lane, i) => {
      const [x, y] = [i % 5, Math.floor(i / 5)];
      return BCAX(lane, b[at(x + 2, y)]!, b[at(x + 1, y)]!);
    });
    return [chi[0]! ^ join(64, [constant, constant]), ...chi.slice(1)];
  }, [...lanes]);
}

/** Both messages have the same number of blocks. */
function sha3(messages: readonly [Uint8Array, Uint8Array]): string[] {
  const padded = messages.map((message) => {
    const bytes = Buffer.alloc((Math.floor(message.length / RATE) + 1) * RATE);
    bytes.set(message);
    bytes[message.length]! ^= 0x06;
    bytes[bytes.length - 1]! ^= 0x80;
    return bytes;
  });
  let lanes: bigint[] = Array.from({ length: 25 }, () => 0n);
  for (let block = 0; block < padded[0]!.length; block += RATE) {
    lanes = keccak(lanes.map((lane, i) => {
      if (i >= RATE / 8) return lane;
      return lane ^ join(64, padded.map((bytes) => bytes.readBigUInt64LE(block + 8 * i)));
    }));
  }
  return messages.map((_, which) => {
    const digest = Buffer.alloc(32);
    [0, 1, 2, 3].forEach((i) => digest.writeBigUInt64LE(elementsOf(64, lanes[i]!)[which]!, 8 * i));
    return digest.toString("hex");
  });
}

describe("SHA3-256", () => {
  it("of nothing and of \"abc\" is what NIST's examples say", () => {
    expect(sha3([Buffer.from(""), Buffer.from("abc")])).to.deep.equal([
      "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
      "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
    ]);
  });

  it("is OpenSSL's", () => {
    const message = fc.uint8Array({ minLength: RATE, maxLength: 2 * RATE - 1 });
    fc.assert(fc.property(message, message, (one, other) => {
      const theirs = [one, other].map((bytes) => createHash("sha3-256").update(bytes).digest("hex"));
      expect(sha3([one, other])).to.deep.equal(theirs);
    }), { numRuns: 20 });
  });
});
