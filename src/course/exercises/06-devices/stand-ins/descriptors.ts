// A walk reads descriptors through a function, which is no plain data. This stands in for it: it answers from a list that
// the judge has written, and knows nothing of chains.

import type { VirtioParts } from "../../../../machine/devices/virtio/parts";

// Types, not interfaces: only a type is Plain.

/** A descriptor, and where it is. Elsewhere there is no RAM. */
export type Placed = readonly [address: bigint, addr: bigint, len: number, flags: number, next: number];

export type Table = { readonly address: bigint; readonly size: number };

export type Pieces = readonly { readonly address: bigint; readonly length: number }[];

export type Walked = { readonly readable: Pieces; readonly writable: Pieces } | { readonly wrong: string };

/** A walk in tables. */
export const inTables = (walkChain: VirtioParts["walkChain"]) =>
  (ring: Table, head: number, placed: readonly Placed[]): Walked => {
    const descriptors = new Map(placed.map(([address, addr, len, flags, next]) => [address, { addr, len, flags, next }]));
    return walkChain(ring, head, (address) => descriptors.get(address));
  };
