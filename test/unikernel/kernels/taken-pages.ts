// What the boot has found in memory, and pages that are taken and given back. One of them twice.

import "../../../src/unikernel/boot/entry";
import {
  RANGE_KINDS, rangeBegin, rangeCount, rangeEnd, rangeKind,
} from "../../../src/unikernel/memory/memory-map";
import {
  freePages, giveBackPages, ownedPages, takePage, takePages,
} from "../../../src/unikernel/memory/page-allocator";

function hex(address: number): string {
  return `0x${address.toString(16)}`;
}

export function start(): void {
  for (let i = 0; i < rangeCount(); i++) {
    console.log(`${hex(rangeBegin(i))} to ${hex(rangeEnd(i))}  ${RANGE_KINDS[rangeKind(i)]!}`);
  }
  console.log(`${freePages()} of ${ownedPages()} pages are free`);

  const page = takePage();
  const ring = takePages(16, 1);
  const block = takePages(512, 512);
  console.log(`one at ${hex(page)}, 16 at ${hex(ring)}, 512 at a multiple of 2 MiB: ${hex(block)}`);
  console.log(`${freePages()} are free`);

  giveBackPages(ring, 16);
  giveBackPages(ring + 4096, 1);
}
