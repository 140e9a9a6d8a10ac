// The walk of a descriptor chain: Virtual I/O Device (VIRTIO) Version 1.2, section 2.7.5.

import { expect } from "chai";
import { type Descriptor, walkChain } from "../../../../src/machine/devices/virtio/chain";

const RING = 0x1000n;
const TABLE = 0x8000n;
const NEXT = 1;
const WRITE = 2;
const INDIRECT = 4;

/** A descriptor at a time: address, length, flags, next. */
type Row = readonly [addr: bigint, len: number, flags: number, next: number];

interface Case {
  readonly title: string;
  /** Of the ring's table, which has 4; and of an indirect one. */
  readonly ring: Readonly<Record<number, Row>>;
  readonly table?: Readonly<Record<number, Row>>;
  readonly head?: number;
  /** Lengths: to be read, to be written; or what is wrong. */
  readonly gives: readonly [readonly number[], readonly number[]] | string;
}

const cases: readonly Case[] = [
  { title: "one buffer", ring: { 0: [0n, 16, 0, 0] }, gives: [[16], []] },
  { title: "next means nothing without NEXT", ring: { 0: [0n, 16, 0, 99] }, gives: [[16], []] },
  { title: "a chain in any order", head: 3, ring: { 3: [0n, 16, NEXT, 1], 1: [0n, 512, NEXT | WRITE, 2], 2: [0n, 1, WRITE, 0] }, gives: [[16], [512, 1]] },
  { title: "as long as the table", ring: { 0: [0n, 1, NEXT, 1], 1: [0n, 2, NEXT, 2], 2: [0n, 3, NEXT, 3], 3: [0n, 4, 0, 0] }, gives: [[1, 2, 3, 4], []] },
  { title: "flags that nobody knows", ring: { 0: [0n, 16, 0xfff8, 0] }, gives: [[16], []] },
  { title: "an indirect table (2.7.5.3)", ring: { 0: [TABLE, 32, INDIRECT, 0] }, table: { 0: [0n, 16, NEXT, 1], 1: [0n, 1, WRITE, 0] }, gives: [[16], [1]] },
  { title: "WRITE means nothing beside INDIRECT (2.7.5.3.2)", ring: { 0: [TABLE, 16, INDIRECT | WRITE, 0] }, table: { 0: [0n, 16, 0, 0] }, gives: [[16], []] },
  { title: "NEXT beside INDIRECT leads nowhere", ring: { 0: [TABLE, 16, INDIRECT | NEXT, 1], 1: [0n, 512, 0, 0] }, table: { 0: [0n, 16, 0, 0] }, gives: [[16], []] },
  { title: "buffers, and then an indirect table (2.7.5.3.2)", ring: { 0: [0n, 8, NEXT, 1], 1: [TABLE, 32, INDIRECT, 0] }, table: { 0: [0n, 16, NEXT, 1], 1: [0n, 1, WRITE, 0] }, gives: [[8, 16], [1]] },
  { title: "an indirect table that is longer than the ring's", ring: { 0: [TABLE, 16 * 6, INDIRECT, 0] }, table: { 0: [0n, 1, NEXT, 1], 1: [0n, 2, NEXT, 2], 2: [0n, 3, NEXT, 3], 3: [0n, 4, NEXT, 4], 4: [0n, 5, NEXT, 5], 5: [0n, 6, WRITE, 0] }, gives: [[1, 2, 3, 4, 5], [6]] },

  { title: "a head that the table does not have", head: 4, ring: {}, gives: "a descriptor that the table does not have" },
  { title: "a next that it does not have", ring: { 0: [0n, 16, NEXT, 4] }, gives: "a descriptor that the table does not have" },
  { title: "itself next", ring: { 0: [0n, 16, NEXT, 0] }, gives: "a chain that goes in a circle" },
  { title: "a circle of two", ring: { 0: [0n, 16, NEXT, 1], 1: [0n, 16, NEXT, 0] }, gives: "a chain that goes in a circle" },
  { title: "a circle in an indirect table", ring: { 0: [TABLE, 32, INDIRECT, 0] }, table: { 0: [0n, 16, NEXT, 1], 1: [0n, 16, NEXT, 0] }, gives: "a chain that goes in a circle" },
  { title: "nothing to read there", ring: { 0: [0n, 16, NEXT, 1] }, gives: "a table of descriptors outside of RAM" },
  { title: "an indirect table that is nowhere", ring: { 0: [0x10_0000n, 32, INDIRECT, 0] }, gives: "a table of descriptors outside of RAM" },
  { title: "an empty indirect table", ring: { 0: [TABLE, 0, INDIRECT, 0] }, gives: "an indirect table that is not whole descriptors" },
  { title: "an indirect table of one descriptor and a half (2.7.5.3.1)", ring: { 0: [TABLE, 24, INDIRECT, 0] }, gives: "an indirect table that is not whole descriptors" },
  { title: "an indirect table in an indirect table (2.7.5.3.1)", ring: { 0: [TABLE, 16, INDIRECT, 0] }, table: { 0: [TABLE, 16, INDIRECT, 0] }, gives: "an indirect table in an indirect table" },
  { title: "an empty buffer", ring: { 0: [0n, 0, WRITE, 0] }, gives: "an empty buffer" },
  { title: "something to read behind something to write (2.7.4.2)", ring: { 0: [0n, 16, NEXT | WRITE, 1], 1: [0n, 16, 0, 0] }, gives: "something to read behind the rest" },
  { title: "more than 2^32 bytes (2.7.5.2)", ring: { 0: [0n, 0xffff_ffff, NEXT, 1], 1: [0n, 2, 0, 0] }, gives: "more than 4 GiB" },
];

describe("walkChain", () => {
  for (const { title, ring, table = {}, head = 0, gives } of cases) {
    it(title, () => {
      const walk = walkChain({ address: RING, size: 4 }, head, (address): Descriptor | undefined => {
        const row = address >= TABLE ? table[Number(address - TABLE) / 16] : ring[Number(address - RING) / 16];
        return row && { addr: row[0], len: row[1], flags: row[2], next: row[3] };
      });
      if ("wrong" in walk) expect(walk.wrong).to.equal(gives);
      else expect([walk.readable.map((b) => b.length), walk.writable.map((b) => b.length)]).to.deep.equal(gives);
    });
  }

  it("takes exactly 2^32 bytes", () => {
    const walk = walkChain({ address: 0n, size: 2 }, 0, (address) =>
      address === 0n ? { addr: 0n, len: 0xffff_ffff, flags: NEXT, next: 1 } : { addr: 0n, len: 1, flags: 0, next: 0 });
    expect("wrong" in walk).to.equal(false);
  });

  for (const [length, gives] of [[1024, 1024], [1025, "too many buffers"]] as const) {
    it(`an indirect table with a chain of ${length}`, () => {
      const walk = walkChain({ address: RING, size: 4 }, 0, (address) => {
        if (address < TABLE) return { addr: TABLE, len: 16 * length, flags: INDIRECT, next: 0 };
        const index = Number(address - TABLE) / 16;
        return { addr: address, len: 1, flags: index < length - 1 ? NEXT : 0, next: index + 1 };
      });
      expect("wrong" in walk ? walk.wrong : walk.readable.length).to.equal(gives);
    });
  }
});
