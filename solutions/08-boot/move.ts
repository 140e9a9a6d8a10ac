import { load64, load8, store64, store8 } from "../../src/unikernel/metal/memory";
import { minus, plus } from "../../src/unikernel/metal/word";

/**
 * Copies `bytes` bytes from one address to another; the two places may overlap, and what arrives is what was there before.
 * Where both addresses are multiples of 8, whole words are to be copied with load64() and store64(), which want multiples of 8;
 * elsewhere bytes will do.
 *
 * @noalloc
 */
export function copyBytes(from: bigint, to: bigint, bytes: bigint): void {
  const areWords = ((from | to) & 7n) === 0n;
  const words = areWords ? minus(bytes, bytes & 7n) : 0n;
  const isUpwards = from < to && to < plus(from, bytes);
  if (isUpwards) {
    for (let left = bytes; left > words; left = minus(left, 1n)) copyByte(from, to, minus(left, 1n));
    for (let left = words; left > 0n; left = minus(left, 8n)) copyWord(from, to, minus(left, 8n));
  } else {
    for (let done = 0n; done < words; done = plus(done, 8n)) copyWord(from, to, done);
    for (let done = words; done < bytes; done = plus(done, 1n)) copyByte(from, to, done);
  }
}

function copyByte(from: bigint, to: bigint, at: bigint): void {
  store8(plus(to, at), load8(plus(from, at)));
}

function copyWord(from: bigint, to: bigint, at: bigint): void {
  store64(plus(to, at), load64(plus(from, at)));
}
