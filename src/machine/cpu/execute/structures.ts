// What structure loads and stores have in common.

import type { Operations, Size } from "../operations";

const NAMES = ["first", "second", "third", "fourth"] as const;

/** `count` loads, named because all of them come before the first write. */
export function namedLoads<V>(m: Operations<V>, count: number, load: (i: number) => V): V[] {
  const loaded: V[] = [];
  for (let i = 0; i < count; i++) loaded.push(m.let(NAMES[i]!, load(i)));
  return loaded;
}

/** What `count` registers from Rt on hold. */
export function readAll<V>(m: Operations<V>, bits: Size, count: number, Rt: number): V[] {
  const vectors: V[] = [];
  for (let i = 0; i < count; i++) vectors.push(m.readV(following(Rt, i), bits));
  return vectors;
}

/** Register Rt + i, where V0 follows V31. */
export const following = (Rt: number, i: number): number => (Rt + i) % 32;

/** Post-index: by Rm, or by the bytes moved if that is 31. Without an Rm there is none. */
export function advance<V>(
  m: Operations<V>, Rn: number, address: V, bytes: number, Rm?: number,
): void {
  if (Rm === undefined) return;
  m.writeXOrSp(Rn, 64, m.add(64, address, Rm === 31 ? m.constant(bytes) : m.readX(Rm, 64)));
}
