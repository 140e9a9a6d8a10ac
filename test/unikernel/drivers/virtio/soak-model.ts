// What ../../kernels/block-soak.ts must do to its disk, and print: the same requests, drawn from the same seed,
// done one after the other to an array.

import { UserFault } from "../../../../src/base/fault";

const SECTOR = 512;
const SECTORS = 8 * 2048;
const MOST_SECTORS = 256;
const STEP = 0x9e37_79b9_7f4a_7c15n;
const MASK = 0xffff_ffff_ffff_ffffn;

export interface SoakOrder {
  /** The disk as it is before, with the order in its first sector. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly prints: string;
}

/** Marsaglia's xorshift of 32 bits. */
function* numbers(seed: number): Generator<number, never> {
  for (let x = seed;;) {
    x = (x ^ (x << 13)) >>> 0;
    x = (x ^ (x >>> 17)) >>> 0;
    x = (x ^ (x << 5)) >>> 0;
    yield x;
  }
}

/** 8 MiB of disk, and requests from `seed` until they are for `megabytes` MiB together. */
export function soakOrder(seed: number, megabytes: number): SoakOrder {
  if (seed === 0) throw new UserFault("a seed that is not 0");
  const before = Uint8Array.from({ length: SECTORS * SECTOR }, (_, at) => (at >> 9) ^ at);
  const after = before.slice();
  const view = new DataView(after.buffer);
  const random = numbers(seed);
  const below = (limit: number): number => random.next().value % limit;
  let [digest, read, written, requests] = [0n, 0, 0, 0];
  while (read + written < megabytes * 2 ** 20) {
    requests++;
    const isWrite = below(2) === 1;
    const count = 1 + below(MOST_SECTORS);
    const begin = SECTOR * (1 + below(SECTORS - count));
    const end = begin + SECTOR * count;
    if (isWrite) {
      written += end - begin;
      let word = BigInt(requests) * STEP;
      for (let at = begin; at < end; at += 8) {
        word = (word * 3n + STEP) & MASK;
        view.setBigUint64(at, word, true);
      }
    } else {
      read += end - begin;
      let sum = BigInt(requests);
      for (let at = begin; at < end; at += 8) sum = (sum * STEP + view.getBigUint64(at, true)) & MASK;
      digest = (digest + sum) & MASK;
    }
  }
  for (const disk of [before, after]) {
    const order = new DataView(disk.buffer);
    disk.set([..."o2p-soak"].map((c) => c.charCodeAt(0)));
    order.setUint32(8, seed, true);
    order.setUint32(12, requests, true);
  }
  const prints = [
    `${SECTORS} sectors, order: done`, `${requests} requests: ${read} bytes read, ${written} written`,
    "0 failures; at most several at a time", `digest ${digest.toString(16)}`, "by interrupt: done", "",
  ].join("\n");
  return { before, after, prints };
}
