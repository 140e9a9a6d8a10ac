// SHA-512, two rounds a group of instructions (FIPS 180-4, "SHA-512"; Arm ARM, SHA512H, SHA512H2,
// SHA512SU0, SHA512SU1). A round makes T1 of e to h and the schedule; d + T1 is the next e, and T1
// with a sum of a to c is the next a. SHA512H makes T1 twice, SHA512H2 the next a twice:
//
//                127           64 63            0
//   SHA512H   W |  h + K[0] + w0 |  g + K[1] + w1 |     gives |  first T1  |  second T1 |
//             X |       g        |       f        |
//             Y |       e        |       d        |
//
//   SHA512H2  W |    first T1    |    second T1   |     gives |  first a   |  second a  |
//             X |   (not used)   |       c        |
//             Y |       b        |       a        |
//
// The first round comes first in the upper half: its T1 and its a are what the second starts from.

import type { Helper } from "../helper";
import { doublewordsOf, vectorOf } from "./elements";
import { ROR64 } from "./rotate";

/** SHA512H: (W, X, Y) = (Vd, Vn, Vm). */
export const SHA512hashPart1: Helper = {
  name: "SHA512hashPart1",
  apply: (W, X, Y) => {
    const [gw1, hw0] = doublewordsOf(W);
    const [f, g] = doublewordsOf(X);
    const [d, e] = doublewordsOf(Y);
    const first = modulo(hw0 + SIGMA1(e) + choose(e, f, g));
    const nextE = modulo(d + first);
    const second = modulo(gw1 + SIGMA1(nextE) + choose(nextE, e, f));
    return vectorOf(second, first);
  },
};

/** SHA512H2: (W, X, Y) = (Vd, Vn, Vm). */
export const SHA512hashPart2: Helper = {
  name: "SHA512hashPart2",
  apply: (W, X, Y) => {
    const [secondT1, firstT1] = doublewordsOf(W);
    const [c] = doublewordsOf(X);
    const [a, b] = doublewordsOf(Y);
    const first = modulo(firstT1 + SIGMA0(a) + majority(a, b, c));
    const second = modulo(secondT1 + SIGMA0(first) + majority(first, a, b));
    return vectorOf(second, first);
  },
};

// The schedule: doubleword t is w[t-16] + sigma0(w[t-15]) + w[t-7] + sigma1(w[t-2]). Two at once:
//
//   SHA512SU0   w[t-16] + sigma0(w[t-15])   of Vd = w[t-16..t-15], Vn = w[t-14..t-13]
//   SHA512SU1   adds w[t-7] and sigma1(w[t-2])
//                                of Vd = what SHA512SU0 gave, Vn = w[t-2..t-1], Vm = w[t-7..t-6]

/** SHA512SU0 (Vd, Vn). */
export const SHA512scheduleUpdate0: Helper = {
  name: "SHA512scheduleUpdate0",
  apply: (d, n) => {
    const [w0, w1] = doublewordsOf(d);
    const [w2] = doublewordsOf(n);
    return vectorOf(modulo(w0 + sigma0(w1)), modulo(w1 + sigma0(w2)));
  },
};

/** SHA512SU1 (Vd, Vn, Vm). */
export const SHA512scheduleUpdate1: Helper = {
  name: "SHA512scheduleUpdate1",
  apply: (d, n, m) => {
    const [t0, t1] = doublewordsOf(d);
    const [w14, w15] = doublewordsOf(n);
    const [w9, w10] = doublewordsOf(m);
    return vectorOf(modulo(t0 + sigma1(w14) + w9), modulo(t1 + sigma1(w15) + w10));
  },
};

/** Sums are modulo 2^64. */
const modulo = (sum: bigint): bigint => BigInt.asUintN(64, sum);

const choose = (x: bigint, y: bigint, z: bigint): bigint => ((y ^ z) & x) ^ z;
const majority = (x: bigint, y: bigint, z: bigint): bigint => (x & y) | ((x | y) & z);
const SIGMA0 = (x: bigint): bigint => ROR64(x, 28n) ^ ROR64(x, 34n) ^ ROR64(x, 39n);
const SIGMA1 = (x: bigint): bigint => ROR64(x, 14n) ^ ROR64(x, 18n) ^ ROR64(x, 41n);
const sigma0 = (x: bigint): bigint => ROR64(x, 1n) ^ ROR64(x, 8n) ^ (x >> 7n);
const sigma1 = (x: bigint): bigint => ROR64(x, 19n) ^ ROR64(x, 61n) ^ (x >> 6n);
