// SHA-1, four rounds an instruction (FIPS 180-4, "SHA-1"; Arm ARM, SHA1C, SHA1P, SHA1M, SHA1H,
// SHA1SU0, SHA1SU1). A round works on five words, a to e. Four of them are one vector, the fifth is
// the low word of another:
//
//       127                   0                  31  0
//   X  |  d  |  c  |  b  |  a  |             Y  |  e  |
//
//   W   four words of the schedule, to which the program has added the constant of their rounds

import type { Helper } from "../helper";
import { doublewordsOf, vectorOf, vectorOfWords, wordOf, wordsOf } from "./elements";
import { type Mixer, SHAchoose, SHAmajority, SHAparity } from "./hash-functions";
import { ROL } from "./rotate";

/** SHA1C: rounds 0 to 19. (Vd, Sn, Vm). */
export const SHA1hashChoose: Helper = {
  name: "SHA1hashChoose",
  apply: (X, Y, W) => fourRounds(SHAchoose, X, Y, W),
};

/** SHA1P: rounds 20 to 39, and 60 to 79. (Vd, Sn, Vm). */
export const SHA1hashParity: Helper = {
  name: "SHA1hashParity",
  apply: (X, Y, W) => fourRounds(SHAparity, X, Y, W),
};

/** SHA1M: rounds 40 to 59. (Vd, Sn, Vm). */
export const SHA1hashMajority: Helper = {
  name: "SHA1hashMajority",
  apply: (X, Y, W) => fourRounds(SHAmajority, X, Y, W),
};

/** The new X: e is lost, since the program has it from SHA1H. */
function fourRounds(mix: Mixer, X: bigint, Y: bigint, W: bigint): bigint {
  let [a, b, c, d] = wordsOf(X);
  let e = wordOf(Y);
  for (const w of wordsOf(W)) {
    const sum = (ROL(a, 5) + mix(b, c, d) + e + w) | 0;
    [a, b, c, d, e] = [sum, a, ROL(b, 30), c, d];
  }
  return vectorOfWords(a, b, c, d);
}

// The schedule: word t is ROL(w[t-3] ^ w[t-8] ^ w[t-14] ^ w[t-16], 1). Four words are made at once:
//
//   SHA1SU0   w[t-16] ^ w[t-14] ^ w[t-8]
//                    of Vd = w[t-16..t-13], Vn = w[t-12..t-9], Vm = w[t-8..t-5]
//   SHA1SU1   adds w[t-3] and rotates
//                    of Vd = what SHA1SU0 gave, Vn = w[t-4..t-1]

/** SHA1SU0 (Vd, Vn, Vm). */
export const SHA1scheduleUpdate0: Helper = {
  name: "SHA1scheduleUpdate0",
  apply: (d, n, m) => {
    const [, laterHalf] = doublewordsOf(d);
    const [earlierHalf] = doublewordsOf(n);
    return d ^ vectorOf(laterHalf, earlierHalf) ^ m; // w[t-14..t-11] straddles Vd and Vn.
  },
};

/** SHA1SU1 (Vd, Vn). The fourth word needs w[t-3] for t+3: the first, which is made here. */
export const SHA1scheduleUpdate1: Helper = {
  name: "SHA1scheduleUpdate1",
  apply: (d, n) => {
    const [t0, t1, t2, t3] = wordsOf(d ^ (n >> 32n));
    return vectorOfWords(ROL(t0, 1), ROL(t1, 1), ROL(t2, 1), ROL(t3, 1) ^ ROL(t0, 2));
  },
};
