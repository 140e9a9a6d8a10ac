// SHA-256, four rounds a pair of instructions (FIPS 180-4, "SHA-256"; Arm ARM, SHA256hash(),
// SHA256H, SHA256H2, SHA256SU0, SHA256SU1). A round works on eight words, a to h:
//
//       127                   0
//   X  |  d  |  c  |  b  |  a  |
//   Y  |  h  |  g  |  f  |  e  |
//   W   four words of the schedule, to which the program has added the constants of their rounds
//
// An instruction writes one register, so SHA256H gives the new X, and SHA256H2 does the same rounds
// again for the new Y. The manual's SHA256H2 has Vd for Y and Vn for X.

import type { Helper } from "../helper";
import { type Words, vectorOfWords, wordsOf } from "./elements";
import { SHAchoose, SHAmajority } from "./hash-functions";
import { ROR } from "./rotate";

/** SHA256H: (X, Y, W) = (Vd, Vn, Vm). */
export const SHA256hashPart1: Helper = {
  name: "SHA256hashPart1",
  apply: (X, Y, W) => vectorOfWords(...fourRounds(X, Y, W).X),
};

/** SHA256H2: (X, Y, W) = (Vn, Vd, Vm). */
export const SHA256hashPart2: Helper = {
  name: "SHA256hashPart2",
  apply: (X, Y, W) => vectorOfWords(...fourRounds(X, Y, W).Y),
};

function fourRounds(X: bigint, Y: bigint, W: bigint): { readonly X: Words; readonly Y: Words } {
  let [a, b, c, d] = wordsOf(X);
  let [e, f, g, h] = wordsOf(Y);
  for (const w of wordsOf(W)) {
    const t = h + SHAhashSIGMA1(e) + SHAchoose(e, f, g) + w;
    const sum = t + SHAhashSIGMA0(a) + SHAmajority(a, b, c);
    [a, b, c, d, e, f, g, h] = [sum | 0, a, b, c, (d + t) | 0, e, f, g];
  }
  return { X: [a, b, c, d], Y: [e, f, g, h] };
}

// The schedule: word t is w[t-16] + sigma0(w[t-15]) + w[t-7] + sigma1(w[t-2]). Four at once:
//
//   SHA256SU0   w[t-16] + sigma0(w[t-15])   of Vd = w[t-16..t-13], Vn = w[t-12..t-9]
//   SHA256SU1   adds w[t-7] and sigma1(w[t-2])
//                                of Vd = what SHA256SU0 gave, Vn = w[t-8..t-5], Vm = w[t-4..t-1]

/** SHA256SU0 (Vd, Vn). */
export const SHA256scheduleUpdate0: Helper = {
  name: "SHA256scheduleUpdate0",
  apply: (d, n) => {
    const [w0, w1, w2, w3] = wordsOf(d);
    const [w4] = wordsOf(n);
    return vectorOfWords(w0 + sigma0(w1), w1 + sigma0(w2), w2 + sigma0(w3), w3 + sigma0(w4));
  },
};

/** SHA256SU1 (Vd, Vn, Vm). The upper words need the lower two as their w[t-2]. */
export const SHA256scheduleUpdate1: Helper = {
  name: "SHA256scheduleUpdate1",
  apply: (d, n, m) => {
    const [t0, t1, t2, t3] = wordsOf(d);
    const [, w9, w10, w11] = wordsOf(n);
    const [w12, , w14, w15] = wordsOf(m);
    const w16 = t0 + w9 + sigma1(w14);
    const w17 = t1 + w10 + sigma1(w15);
    return vectorOfWords(w16, w17, t2 + w11 + sigma1(w16), t3 + w12 + sigma1(w17));
  },
};

const SHAhashSIGMA0 = (x: number): number => ROR(x, 2) ^ ROR(x, 13) ^ ROR(x, 22);
const SHAhashSIGMA1 = (x: number): number => ROR(x, 6) ^ ROR(x, 11) ^ ROR(x, 25);
const sigma0 = (x: number): number => ROR(x, 7) ^ ROR(x, 18) ^ (x >>> 3);
const sigma1 = (x: number): number => ROR(x, 17) ^ ROR(x, 19) ^ (x >>> 10);
