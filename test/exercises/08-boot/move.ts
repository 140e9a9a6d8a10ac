import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["always begins at the beginning",   "const isUpwards = from < to && to < plus(from, bytes);", "const isUpwards = from > to && from < to;"],
    ["always begins at the end",         "const isUpwards = from < to && to < plus(from, bytes);", "const isUpwards = from <= to || from > to;"],
    ["has the two directions reversed",  "from < to && to < plus(from, bytes)",    "to < from && from < plus(to, bytes)"],
    ["looks at one address alone",       "((from | to) & 7n) === 0n",              "(from & 7n) === 0n"],
    ["has words of four bytes",          "((from | to) & 7n) === 0n",              "((from | to) & 3n) === 0n"],
    ["leaves what is no word",           "for (let done = words; done < bytes;",   "for (let done = words; done < words;"],
    ["copies a byte too many",           "done < bytes; done = plus(done, 1n)",    "done <= bytes; done = plus(done, 1n)"],
    ["forgets the first byte",           "left > words; left = minus(left, 1n)) copyByte(from, to, minus(left, 1n))", "left > plus(words, 1n); left = minus(left, 1n)) copyByte(from, to, minus(left, 1n))"],
    ["copies words only upwards",        "for (let left = words; left > 0n; left = minus(left, 8n)) copyWord(from, to, minus(left, 8n));", "for (let left = words; left > 0n; left = minus(left, 1n)) copyByte(from, to, minus(left, 1n));"],
    ["does the words before the bytes that lie behind them", "for (let left = bytes; left > words; left = minus(left, 1n)) copyByte(from, to, minus(left, 1n));\n    for (let left = words; left > 0n; left = minus(left, 8n)) copyWord(from, to, minus(left, 8n));", "for (let left = words; left > 0n; left = minus(left, 8n)) copyWord(from, to, minus(left, 8n));\n    for (let left = bytes; left > words; left = minus(left, 1n)) copyByte(from, to, minus(left, 1n));"],
  ],
  wrongFiles: {
    "copies bytes and nothing else": `
      import { load8, store8 } from "../../src/unikernel/metal/memory";
      import { minus, plus } from "../../src/unikernel/metal/word";
      /** @noalloc */
      export function copyBytes(from: bigint, to: bigint, bytes: bigint): void {
        if (from < to) for (let left = bytes; left > 0n; left = minus(left, 1n)) store8(minus(plus(to, left), 1n), load8(minus(plus(from, left), 1n)));
        else for (let done = 0n; done < bytes; done = plus(done, 1n)) store8(plus(to, done), load8(plus(from, done)));
      }`,
  },
  right: {
    "from the end whenever the target is higher": `
      import { load64, load8, store64, store8 } from "../../src/unikernel/metal/memory";
      import { minus, plus } from "../../src/unikernel/metal/word";
      /** @noalloc */
      export function copyBytes(from: bigint, to: bigint, bytes: bigint): void {
        let left = bytes;
        const isAligned = (from & 7n) === 0n && (to & 7n) === 0n;
        if (to > from) {
          while (left > 0n) {
            const step = isAligned && (left & 7n) === 0n ? 8n : 1n;
            left = minus(left, step);
            if (step === 8n) store64(plus(to, left), load64(plus(from, left)));
            else store8(plus(to, left), load8(plus(from, left)));
          }
          return;
        }
        for (let done = 0n; done < bytes;) {
          const step = isAligned && minus(bytes, done) >= 8n ? 8n : 1n;
          if (step === 8n) store64(plus(to, done), load64(plus(from, done)));
          else store8(plus(to, done), load8(plus(from, done)));
          done = plus(done, step);
        }
      }`,
  },
};
