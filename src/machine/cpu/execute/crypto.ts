// What the rows of tables/crypto.ts do. The steps of the algorithms are in ../crypto, where AES and
// the SHAs say how their instructions make rounds of them.

import type { CRYPTO, CRYPTO_SHA512_SM } from "../../decoder/tables/crypto";
import {
  AESInvMixColumns, AESInvShiftRows, AESInvSubBytes, AESMixColumns, AESShiftRows, AESSubBytes,
} from "../crypto/aes";
import {
  SHA1hashChoose, SHA1hashMajority, SHA1hashParity, SHA1scheduleUpdate0, SHA1scheduleUpdate1,
} from "../crypto/sha1";
import {
  SHA256hashPart1, SHA256hashPart2, SHA256scheduleUpdate0, SHA256scheduleUpdate1,
} from "../crypto/sha256";
import {
  SHA512hashPart1, SHA512hashPart2, SHA512scheduleUpdate0, SHA512scheduleUpdate1,
} from "../crypto/sha512";
import type { Helper } from "../helper";
import type { Operations } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";

type Tables = typeof CRYPTO;
type LaterTables = typeof CRYPTO_SHA512_SM;

interface TwoVectors {
  readonly Rn: number;
  readonly Rd: number;
}

interface ThreeVectors extends TwoVectors {
  readonly Rm: number;
}

interface FourVectors extends ThreeVectors {
  readonly Ra: number;
}

/** All of Vn. */
const V128 = <V>(m: Operations<V>, n: number): V => m.readV(n, 128);

const aes: Semantics<Tables["Cryptographic AES"]> = {
  "AESE": (m, operands) => addRoundKey(m, AESShiftRows, AESSubBytes, operands),
  "AESD": (m, operands) => addRoundKey(m, AESInvShiftRows, AESInvSubBytes, operands),
  "AESMC": (m, { Rn, Rd }) => m.writeV(Rd, 128, m.call(AESMixColumns, V128(m, Rn))),
  "AESIMC": (m, { Rn, Rd }) => m.writeV(Rd, 128, m.call(AESInvMixColumns, V128(m, Rn))),
};

/** One of Vd and Vn is the state, the other the key of a round. */
function addRoundKey<V>(
  m: Operations<V>, shiftRows: Helper, subBytes: Helper, { Rn, Rd }: TwoVectors,
): void {
  const state = m.xor(V128(m, Rd), V128(m, Rn));
  m.writeV(Rd, 128, m.call(subBytes, m.call(shiftRows, state)));
}

/** Vd = helper(Vd, Vn) */
function update<V>(m: Operations<V>, helper: Helper, { Rn, Rd }: TwoVectors): void {
  m.writeV(Rd, 128, m.call(helper, V128(m, Rd), V128(m, Rn)));
}

/** Vd = helper(Vd, Vn, Vm) */
function updateByTwo<V>(m: Operations<V>, helper: Helper, { Rm, Rn, Rd }: ThreeVectors): void {
  m.writeV(Rd, 128, m.call(helper, V128(m, Rd), V128(m, Rn), V128(m, Rm)));
}

/** Vd = helper(Vd, Sn, Vm): e is a word, in the low bits of Vn. */
function sha1Rounds<V>(m: Operations<V>, helper: Helper, { Rm, Rn, Rd }: ThreeVectors): void {
  m.writeV(Rd, 128, m.call(helper, V128(m, Rd), m.readV(Rn, 32), V128(m, Rm)));
}

const threeRegisterSha: Semantics<Tables["Cryptographic three-register SHA"]> = {
  "SHA1C": (m, operands) => sha1Rounds(m, SHA1hashChoose, operands),
  "SHA1P": (m, operands) => sha1Rounds(m, SHA1hashParity, operands),
  "SHA1M": (m, operands) => sha1Rounds(m, SHA1hashMajority, operands),
  "SHA1SU0": (m, operands) => updateByTwo(m, SHA1scheduleUpdate0, operands),
  "SHA256H": (m, operands) => updateByTwo(m, SHA256hashPart1, operands),
  // What it writes is the second half of the state, which stands second in SHA256hash().
  "SHA256H2": (m, { Rm, Rn, Rd }) =>
    m.writeV(Rd, 128, m.call(SHA256hashPart2, V128(m, Rn), V128(m, Rd), V128(m, Rm))),
  "SHA256SU1": (m, operands) => updateByTwo(m, SHA256scheduleUpdate1, operands),
};

const twoRegisterSha: Semantics<Tables["Cryptographic two-register SHA"]> = {
  // What `a` will be as `e`, four rounds on: rotated left by 30.
  "SHA1H": (m, { Rn, Rd }) =>
    m.writeV(Rd, 32, m.shift("ROR", 32, m.readV(Rn, 32), m.constant(2))),
  "SHA1SU1": (m, operands) => update(m, SHA1scheduleUpdate1, operands),
  "SHA256SU0": (m, operands) => update(m, SHA256scheduleUpdate0, operands),
};

const threeRegisterSha512: Semantics<LaterTables["Cryptographic three-register SHA 512"]> = {
  "SHA512H": (m, operands) => updateByTwo(m, SHA512hashPart1, operands),
  "SHA512H2": (m, operands) => updateByTwo(m, SHA512hashPart2, operands),
  "SHA512SU1": (m, operands) => updateByTwo(m, SHA512scheduleUpdate1, operands),
  "RAX1": (m, operands) => doublewords(m, operands, (x, y) => m.xor(x, rotateRight(m, y, 63))),
};

// What SHA3 adds is for Keccak (FIPS 202), where a lane is a doubleword: theta is RAX1 and EOR3,
// rho and pi are XAR, chi is BCAX.

const rotateRight = <V>(m: Operations<V>, x: V, places: number): V =>
  m.shift("ROR", 64, x, m.constant(places));

/** Each doubleword of Vd = f of those of Vn and Vm. */
function doublewords<V>(
  m: Operations<V>, { Rm, Rn, Rd }: ThreeVectors, f: (x: V, y: V) => V,
): void {
  m.writeV(Rd, 128, m.map(64, 2, f, V128(m, Rn), V128(m, Rm)));
}

const fourRegister: Semantics<LaterTables["Cryptographic four-register"]> = {
  "EOR3": (m, operands) => combine(m, operands, (x, y, z) => m.xor(m.xor(x, y), z)),
  "BCAX": (m, operands) => combine(m, operands, (x, y, z) => m.xor(x, m.and(y, m.not(128, z)))),
};

/** Vd = f(Vn, Vm, Va) */
function combine<V>(
  m: Operations<V>, { Rm, Ra, Rn, Rd }: FourVectors, f: (x: V, y: V, z: V) => V,
): void {
  m.writeV(Rd, 128, f(V128(m, Rn), V128(m, Rm), V128(m, Ra)));
}

const xar: Semantics<LaterTables["XAR"]> = {
  "XAR": (m, operands) =>
    doublewords(m, operands, (x, y) => rotateRight(m, m.xor(x, y), operands.imm6)),
};

const twoRegisterSha512: Semantics<LaterTables["Cryptographic two-register SHA 512"]> = {
  "SHA512SU0": (m, operands) => update(m, SHA512scheduleUpdate0, operands),
};

export const crypto: GroupSemantics<Tables> = {
  "Cryptographic AES": aes,
  "Cryptographic three-register SHA": threeRegisterSha,
  "Cryptographic two-register SHA": twoRegisterSha,
};

export const cryptoSha512: GroupSemantics<LaterTables> = {
  "Cryptographic three-register, imm2": {}, // SM3 is not in the profile.
  "Cryptographic three-register SHA 512": threeRegisterSha512,
  "Cryptographic four-register": fourRegister,
  "XAR": xar,
  "Cryptographic two-register SHA 512": twoRegisterSha512,
};
