// The walk of a descriptor chain ("Virtual I/O Device (VIRTIO) Version 1.2", section 2.7.5): from
// the number of its first descriptor to the buffers it is made of.
//
//   ring's table             an indirect table
//   | 5 | header   NEXT 2    | 0 | data          NEXT 1
//   | 2 | --------------->   | 1 | status  WRITE
//
// The table is the driver's and says anything it likes. So:
// 1. A chain that is longer than the table it is in goes in a circle.
// 2. What the device may write comes behind all that it may only read.
// 3. A chain has at most MOST_BUFFERS buffers, and they at most 4 GiB.

import { DESCRIPTOR_BYTES, DESCRIPTOR_FLAG } from "../../../formats/devices/virtqueue";

/** However large the table is that a chain is in. */
export const MOST_BUFFERS = 1024;
const MOST_BYTES = 2 ** 32;

export interface Descriptor {
  readonly addr: bigint;
  readonly len: number;
  readonly flags: number;
  readonly next: number;
}

/** A piece of the driver's memory. */
export interface GuestBuffer {
  readonly address: bigint;
  readonly length: number;
}

/** Where a table of descriptors is, and how many it has. */
export interface DescriptorTable {
  readonly address: bigint;
  readonly size: number;
}

/** The descriptor at this address; undefined: there is no RAM. */
export type DescriptorReader = (address: bigint) => Descriptor | undefined;

/** What the device may read, and what it may write; or what is wrong with the chain. */
export type Walk =
  | { readonly readable: readonly GuestBuffer[]; readonly writable: readonly GuestBuffer[] }
  | { readonly wrong: string };

const { NEXT, WRITE, INDIRECT } = DESCRIPTOR_FLAG;

/** The chain that begins with descriptor `head` of `ring`. */
export function walkChain(ring: DescriptorTable, head: number, read: DescriptorReader): Walk {
  const readable: GuestBuffer[] = [];
  const writable: GuestBuffer[] = [];
  let table = ring;
  let index = head;
  let seen = 0;
  let bytes = 0;
  for (;;) {
    if (index >= table.size) return { wrong: "a descriptor that the table does not have" };
    if (++seen > table.size) return { wrong: "a chain that goes in a circle" };
    const descriptor = read(table.address + BigInt(DESCRIPTOR_BYTES * index));
    if (descriptor === undefined) return { wrong: "a table of descriptors outside of RAM" };
    const { addr: address, len: length, flags, next } = descriptor;

    if ((flags & INDIRECT) !== 0) {
      if (table !== ring) return { wrong: "an indirect table in an indirect table" };
      if (length === 0 || length % DESCRIPTOR_BYTES !== 0) {
        return { wrong: "an indirect table that is not whole descriptors" };
      }
      table = { address, size: length / DESCRIPTOR_BYTES };
      index = 0;
      seen = 0;
      continue; // The chain ends in there, whatever NEXT says here.
    }

    if (length === 0) return { wrong: "an empty buffer" };
    const isWritable = (flags & WRITE) !== 0;
    if (!isWritable && writable.length > 0) return { wrong: "something to read behind the rest" };
    if (readable.length + writable.length === MOST_BUFFERS) return { wrong: "too many buffers" };
    if ((bytes += length) > MOST_BYTES) return { wrong: "more than 4 GiB" };
    (isWritable ? writable : readable).push({ address, length });
    if ((flags & NEXT) === 0) return { readable, writable };
    index = next;
  }
}
