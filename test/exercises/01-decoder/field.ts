import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                    replace
    ["leaves out bit hi",                    "(31 - hi)",                            "(32 - hi)"],
    ["leaves out bit lo",                    "(31 - hi + lo)",                       "(31 - hi + lo + 1)"],
    ["is signed",                            ">>>",                                  ">>"],
    ["does not drop what stands above hi",   "(word << (31 - hi)) >>> (31 - hi + lo)", "word >>> lo"],
    ["counts from the other end",            "(word << (31 - hi)) >>> (31 - hi + lo)", "(word << lo) >>> (31 - hi + lo)"],
    ["masks with 1 << 32, which is 1",       "(word << (31 - hi)) >>> (31 - hi + lo)", "(word >>> lo) & ((1 << (hi - lo + 1)) - 1)"],
    ["leaves the field where it stands",     ">>> (31 - hi + lo)",                   ">>> (31 - hi)"],
  ],
  right: {
    "by division": `
      export function field(word: number, hi: number, lo: number): number {
        return Math.floor(word / 2 ** lo) % 2 ** (hi - lo + 1);
      }`,
    "bit by bit": `
      export function field(word: number, hi: number, lo: number): number {
        let bits = 0;
        for (let i = hi; i >= lo; i--) bits = bits * 2 + ((word >>> i) & 1);
        return bits;
      }`,
  },
};
