// Memory from one place to another. Accesses are aligned, as they must be while the MMU is off:
// words where both places are, or bytes.

import { load64, load8, store64, store8 } from "../metal/memory";
import { minus, plus } from "../metal/word";

/** Copies `bytes` bytes; the two may overlap. */
export function copyBytes(from: bigint, to: bigint, bytes: bigint): void {
  if (to <= from || to >= plus(from, bytes)) copyForwards(from, to, bytes);
  else copyBackwards(from, to, bytes);
}

function copyForwards(from: bigint, to: bigint, bytes: bigint): void {
  const end = plus(from, bytes);
  let source = from;
  let target = to;
  if (((source | target) & 7n) === 0n) {
    for (let wordsEnd = minus(end, 7n); source < wordsEnd; source = plus(source, 8n)) {
      store64(target, load64(source));
      target = plus(target, 8n);
    }
  }
  for (; source < end; source = plus(source, 1n)) {
    store8(target, load8(source));
    target = plus(target, 1n);
  }
}

function copyBackwards(from: bigint, to: bigint, bytes: bigint): void {
  let source = plus(from, bytes);
  let target = plus(to, bytes);
  if (((source | target) & 7n) === 0n) {
    for (const wordsEnd = plus(from, 7n); source > wordsEnd;) {
      source = minus(source, 8n);
      target = minus(target, 8n);
      store64(target, load64(source));
    }
  }
  while (source > from) {
    source = minus(source, 1n);
    target = minus(target, 1n);
    store8(target, load8(source));
  }
}
