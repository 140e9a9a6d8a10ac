// An answer as what it changed, in few bytes: this is what is recorded, and what two answers are compared by.
//
//   count:2   then for each change:  index   length   value          a doubleword of the record (state.ts)
//                                    104     place:2  length  value  a doubleword of the window
//
// Two bytes are low byte first. Place is in doublewords. Length is that of the value without its leading zeros, lowest byte first.

import { WINDOW } from "./place";
import { type Answer, COUNT, DWORDS, nameOf, type State } from "./state";

const MEMORY = DWORDS;

export interface Change {
  /** "x3", "v7.d[1]", "nzcv", "signal", "[0x10000008]" */
  readonly what: string;
  readonly value: bigint;
}

/** What `answer` says that was not so before. */
export function changesOf(before: State, { state, memory }: Answer): Uint8Array {
  const bytes: number[] = [0, 0];
  let count = memory.length;
  for (let i = 0; i < DWORDS; i++) {
    if (state.words[2 * i] === before.words[2 * i] && state.words[2 * i + 1] === before.words[2 * i + 1]) continue;
    if (i === COUNT) continue;
    bytes.push(i);
    putValue(bytes, state.words[2 * i]!, state.words[2 * i + 1]!);
    count++;
  }
  for (const { offset, value } of memory) {
    bytes.push(MEMORY, (offset >> 3) & 0xff, offset >> 11);
    putValue(bytes, Number(value & 0xffff_ffffn), Number(value >> 32n));
  }
  bytes[0] = count & 0xff;
  bytes[1] = count >> 8;
  return Uint8Array.from(bytes);
}

function putValue(bytes: number[], low: number, high: number): void {
  const length = high !== 0 ? 8 - (Math.clz32(high) >> 3) : low !== 0 ? 4 - (Math.clz32(low) >> 3) : 0;
  bytes.push(length);
  for (let i = 0; i < length; i++) bytes.push(i < 4 ? (low >>> (8 * i)) & 0xff : (high >>> (8 * (i - 4))) & 0xff);
}

/** Where the changes that begin at `at` end. */
export function endOfChanges(bytes: Uint8Array, at: number): number {
  let end = at + 2;
  for (let left = bytes[at]! + 256 * bytes[at + 1]!; left > 0; left--) {
    end += bytes[end] === MEMORY ? 3 : 1;
    end += 1 + bytes[end]!;
  }
  return end;
}

export function readChanges(bytes: Uint8Array): Change[] {
  const changes: Change[] = [];
  let at = 2;
  while (at < bytes.length) {
    const index = bytes[at++]!;
    const place = index === MEMORY ? bytes[at++]! + 256 * bytes[at++]! : 0;
    const length = bytes[at++]!;
    const value = bytes.subarray(at, at + length).reduceRight((all, byte) => (all << 8n) | BigInt(byte), 0n);
    at += length;
    changes.push({ what: index === MEMORY ? `[0x${(WINDOW + 8 * place).toString(16)}]` : nameOf(index), value });
  }
  return changes;
}

export const areEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
