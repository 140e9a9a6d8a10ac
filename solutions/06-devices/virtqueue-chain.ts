import type { VirtioParts } from "../../src/machine/devices/virtio/parts";

/**
 * The buffers of the chain that begins with descriptor `head` of `ring`: { readable, writable }, what the device may read and
 * what it may write, each in the order of the chain, as { address, length }; or { wrong }, a text of your own that says why not.
 * A table is { address, size }: `size` descriptors, of 16 bytes each, from `address` on. read(address) gives the one that is there,
 * { addr, len, flags, next }, or undefined where there is no RAM, which is wrong. Flags: 1 is NEXT, 2 is WRITE, 4 is INDIRECT;
 * others mean nothing.
 *
 *   NEXT      the chain goes on with number `next` of the same table; without it, it ends here, and `next` means nothing
 *   WRITE     len bytes at addr are for the device to write; without it, to read. What can be read comes before what can be written
 *   INDIRECT  no buffer: addr and len are a table's, of len / 16 descriptors, and the chain goes on, and ends, in there, from
 *             number 0. NEXT and WRITE mean nothing beside it. It may come behind buffers, but not in an indirect table
 *
 * Wrong, besides: a number that the table does not have; a chain that visits more descriptors of a table than it has; a buffer of
 * length 0; a table of no descriptors, or not of whole ones; more than 1,024 buffers; more than 2^32 bytes in all.
 */
export const walkChain: VirtioParts["walkChain"] = (ring, head, read) => {
  const readable: GuestBuffer[] = [];
  const writable: GuestBuffer[] = [];
  let table = ring;
  let index = head;
  let seen = 0;
  let bytes = 0;
  for (;;) {
    if (index >= table.size) return { wrong: "no such descriptor" };
    seen += 1;
    if (seen > table.size) return { wrong: "a circle" };
    const descriptor = read(table.address + 16n * BigInt(index));
    if (descriptor === undefined) return { wrong: "not RAM" };
    const { addr, len, flags, next } = descriptor;

    if ((flags & INDIRECT) !== 0) {
      if (table !== ring) return { wrong: "a table in a table" };
      if (len === 0 || len % 16 !== 0) return { wrong: "not whole descriptors" };
      table = { address: addr, size: len / 16 };
      index = 0;
      seen = 0;
      continue;
    }

    if (len === 0) return { wrong: "an empty buffer" };
    const isWritable = (flags & WRITE) !== 0;
    if (!isWritable && writable.length > 0) return { wrong: "the wrong order" };
    bytes += len;
    if (bytes > 2 ** 32) return { wrong: "too many bytes" };
    (isWritable ? writable : readable).push({ address: addr, length: len });
    if (readable.length + writable.length > 1024) return { wrong: "too many buffers" };
    if ((flags & NEXT) === 0) return { readable, writable };
    index = next;
  }
};

const NEXT = 1;
const WRITE = 2;
const INDIRECT = 4;

interface GuestBuffer {
  readonly address: bigint;
  readonly length: number;
}
