// 256 MiB in a heap of 4 MiB, in objects of all sizes: as much is live at the end as at the start.

import { collectionCount, usedAfterCollection } from "../../../src/unikernel/runtime/collect";

const KIB = 1024;
const MIB = 1024 * KIB;

/** Allocates so much, and keeps nothing. */
function waste(bytes: number): void {
  let done = 0;
  for (let size = 16; done < bytes; size = size < 32 * KIB ? 2 * size : 16) {
    new Uint8Array(size - 8);
    done += size + 32;
  }
}

export function start(): void {
  const names = new Map<string, string[]>();
  for (let i = 0; i < 100; i++) names.set(`name ${i}`, [`${i}`, `${i * i}`]);
  waste(8 * MIB);
  const used = Number(usedAfterCollection());
  const before = collectionCount();
  waste(256 * MIB);
  // But for what the allocation that had to wait for the collector holds at the time.
  console.log(`${Math.abs(Number(usedAfterCollection()) - used) <= 64 * KIB}`);
  console.log(`${collectionCount() - before >= 64}`);
  let sum = 0;
  for (const [name, texts] of names) sum += name.length + texts.join(" ").length;
  console.log(`${names.size} ${sum}`);
}
