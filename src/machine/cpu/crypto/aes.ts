// The steps of an AES round, under the names of the Arm ARM's shared pseudocode. The instructions
// are made of them:
//
//   AESE    AESSubBytes(AESShiftRows(Vd EOR Vn))            AESMC    AESMixColumns(Vn)
//   AESD    AESInvSubBytes(AESInvShiftRows(Vd EOR Vn))      AESIMC   AESInvMixColumns(Vn)
//
// A vector is the state of FIPS 197: a square of bytes, filled column by column. So a word is a
// column, and row 0 is in the low byte of each.
//
//           word 0   1   2   3
//   row 0   |  0 |  4 |  8 | 12 |
//   row 1   |  1 |  5 |  9 | 13 |
//   row 2   |  2 |  6 | 10 | 14 |
//   row 3   |  3 |  7 | 11 | 15 |

import type { Helper } from "../helper";
import { vectorOfWords, wordsOf } from "./elements";
import { ROR } from "./rotate";
import { multiply, sBoxes } from "./s-box";

/** Row r moves r columns to the left, and what leaves the square comes back on the right. */
export const AESShiftRows: Helper = {
  name: "AESShiftRows",
  apply: (state) => {
    const [w0, w1, w2, w3] = wordsOf(state);
    return vectorOfWords(
      diagonal(w0, w1, w2, w3), diagonal(w1, w2, w3, w0),
      diagonal(w2, w3, w0, w1), diagonal(w3, w0, w1, w2),
    );
  },
};

/** Row r moves r columns to the right. */
export const AESInvShiftRows: Helper = {
  name: "AESInvShiftRows",
  apply: (state) => {
    const [w0, w1, w2, w3] = wordsOf(state);
    return vectorOfWords(
      diagonal(w0, w3, w2, w1), diagonal(w1, w0, w3, w2),
      diagonal(w2, w1, w0, w3), diagonal(w3, w2, w1, w0),
    );
  },
};

export const AESSubBytes: Helper = {
  name: "AESSubBytes",
  apply: (state) => eachColumn(state, (column) => substitute(column, sBoxes().forward)),
};

export const AESInvSubBytes: Helper = {
  name: "AESInvSubBytes",
  apply: (state) => eachColumn(state, (column) => substitute(column, sBoxes().inverse)),
};

export const AESMixColumns: Helper = {
  name: "AESMixColumns",
  apply: (state) => eachColumn(state, (column) => mix(column, 0x2, 0x3, 0x1, 0x1)),
};

export const AESInvMixColumns: Helper = {
  name: "AESInvMixColumns",
  apply: (state) => eachColumn(state, (column) => mix(column, 0xe, 0xb, 0xd, 0x9)),
};

/** Row 0 of the first column, row 1 of the second, and so on. */
const diagonal = (w0: number, w1: number, w2: number, w3: number): number =>
  (w0 & 0xff) | (w1 & 0xff00) | (w2 & 0xff_0000) | (w3 & 0xff00_0000);

const substitute = (column: number, box: Uint8Array): number =>
  box[column & 0xff]! | (box[(column >> 8) & 0xff]! << 8)
    | (box[(column >> 16) & 0xff]! << 16) | (box[column >>> 24]! << 24);

/** A row becomes f0 times itself, f1 times the row below, f2 times the next, f3 times the last. */
const mix = (column: number, f0: number, f1: number, f2: number, f3: number): number =>
  multiply(column, f0) ^ multiply(ROR(column, 8), f1)
    ^ multiply(ROR(column, 16), f2) ^ multiply(ROR(column, 24), f3);

function eachColumn(state: bigint, f: (column: number) => number): bigint {
  const [w0, w1, w2, w3] = wordsOf(state);
  return vectorOfWords(f(w0), f(w1), f(w2), f(w3));
}
