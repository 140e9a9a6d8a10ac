import { AssertionError } from "chai";
import { hex } from "../../../base/word";
import { walkChain as ours } from "../../../machine/devices/virtio/chain";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import { inTables, type Pieces, type Placed, type Table, type Walked } from "./stand-ins/descriptors";

type WalkInTables = (ring: Table, head: number, placed: readonly Placed[]) => Walked;

const NEXT = 1;
const WRITE = 2;
const INDIRECT = 4;

const RING: Table = { address: 0x4000_0000n, size: 4 };
const TABLE = 0x4000_8000n;

const reference = inTables(ours);

/** Descriptors by their numbers: [addr, len, flags, next]. */
type Rows = Readonly<Record<number, readonly [addr: bigint, len: number, flags: number, next: number]>>;

const placedIn = (table: bigint, rows: Rows): Placed[] =>
  Object.entries(rows).map(([n, [addr, len, flags, next]]) => [table + 16n * BigInt(n), addr, len, flags, next] as const);

/** What it is called that is wrong is open: that it is wrong is not. */
function caseOf(ring: Table, head: number, placed: readonly Placed[], want: Walked, why?: string): Case<WalkInTables> {
  const accept = (answer: unknown): void => {
    const { wrong } = (answer ?? {}) as Partial<Record<"wrong", unknown>>;
    if (typeof wrong !== "string" || wrong === "") throw new AssertionError("it is not { wrong: \"...\" }, with a reason");
  };
  return { args: [ring, head, placed], want, ...(why !== undefined && { why }), ...("wrong" in want && { accept }) };
}

const piece = (address: bigint, length: number): Pieces[number] => ({ address, length });
const [A, B, C] = [0x4010_0000n, 0x4020_0000n, 0x4030_0000n];

/** By the sections of the standard, 1.2; what is wrong is wrong for QEMU 7.2 as well, unless it says "(here)". */
const GOOD: readonly Case<WalkInTables>[] = [
  good("one buffer to read", { 0: [A, 16, 0, 0] }, [piece(A, 16)], []),
  good("one buffer to write", { 0: [A, 16, WRITE, 0] }, [], [piece(A, 16)]),
  good("next means nothing without NEXT", { 0: [A, 16, 0, 99] }, [piece(A, 16)], []),
  good("2.7.4.2: what can be written comes last", { 0: [A, 16, NEXT, 1], 1: [B, 512, NEXT | WRITE, 2], 2: [C, 1, WRITE, 0] }, [piece(A, 16)], [piece(B, 512), piece(C, 1)]),
  good("numbers in any order", { 3: [A, 16, NEXT, 1], 1: [B, 512, NEXT, 0], 0: [C, 1, WRITE, 0] }, [piece(A, 16), piece(B, 512)], [piece(C, 1)], { head: 3 }),
  good("as long as the table", { 0: [A, 1, NEXT, 1], 1: [A, 2, NEXT, 2], 2: [A, 3, NEXT, 3], 3: [A, 4, 0, 0] }, [piece(A, 1), piece(A, 2), piece(A, 3), piece(A, 4)], []),
  good("flags that nobody knows", { 0: [A, 16, 0xfff8, 0] }, [piece(A, 16)], []),
  good("a buffer at the end of the address space", { 0: [0xffff_ffff_ffff_fff0n, 16, 0, 0] }, [piece(0xffff_ffff_ffff_fff0n, 16)], []),
  good("2^32 bytes, and no more", { 0: [A, 0xffff_ffff, NEXT, 1], 1: [B, 1, 0, 0] }, [piece(A, 0xffff_ffff), piece(B, 1)], []),
];

const INDIRECT_ONES: readonly Case<WalkInTables>[] = [
  good("an indirect table", { 0: [TABLE, 32, INDIRECT, 0] }, [piece(A, 16)], [piece(B, 1)], { table: { 0: [A, 16, NEXT, 1], 1: [B, 1, WRITE, 0] } }),
  good("it begins with its first descriptor", { 2: [TABLE, 32, INDIRECT, 3] }, [piece(A, 16)], [], { head: 2, table: { 0: [A, 16, 0, 0], 1: [B, 1, 0, 0] } }),
  good("2.7.5.3.2: WRITE beside INDIRECT means nothing", { 0: [TABLE, 16, INDIRECT | WRITE, 0] }, [piece(A, 16)], [], { table: { 0: [A, 16, 0, 0] } }),
  good("NEXT beside INDIRECT leads nowhere", { 0: [TABLE, 16, INDIRECT | NEXT, 1], 1: [B, 512, 0, 0] }, [piece(A, 16)], [], { table: { 0: [A, 16, 0, 0] } }),
  good("2.7.5.3.2: buffers, and then an indirect table", { 0: [A, 8, NEXT, 1], 1: [TABLE, 16, INDIRECT, 0] }, [piece(A, 8), piece(B, 16)], [], { table: { 0: [B, 16, 0, 0] } }),
  good("a table that is longer than the ring's", { 0: [TABLE, 96, INDIRECT, 0] }, [1, 2, 3, 4, 5].map((n) => piece(A, n)), [piece(A, 6)], {
    table: { 0: [A, 1, NEXT, 1], 1: [A, 2, NEXT, 2], 2: [A, 3, NEXT, 3], 3: [A, 4, NEXT, 4], 4: [A, 5, NEXT, 5], 5: [A, 6, WRITE, 0] },
  }),
  good("as long as the ring's table, behind three buffers of that", { 0: [A, 1, NEXT, 1], 1: [A, 2, NEXT, 2], 2: [A, 3, NEXT, 3], 3: [TABLE, 64, INDIRECT, 0] },
    [1, 2, 3, 4, 5, 6, 7].map((n) => piece(A, n)), [], { table: { 0: [A, 4, NEXT, 1], 1: [A, 5, NEXT, 2], 2: [A, 6, NEXT, 3], 3: [A, 7, 0, 0] } }),
  longTable(1024),
  longTable(1024, 1000),
];

const BAD: readonly Case<WalkInTables>[] = [
  bad("a head that the table does not have", {}, { head: 4 }),
  bad("a next that it does not have", { 0: [A, 16, NEXT, 4] }),
  bad("the same, though there is something", { 0: [A, 16, NEXT, 4], 4: [B, 16, 0, 0] }),
  bad("itself next", { 0: [A, 16, NEXT, 0] }),
  bad("a circle of two", { 0: [A, 16, NEXT, 1], 1: [A, 16, NEXT, 0] }),
  bad("a circle behind a straight piece", { 0: [A, 16, NEXT, 1], 1: [A, 16, NEXT, 2], 2: [A, 16, NEXT, 1] }),
  bad("a circle in an indirect table", { 0: [TABLE, 32, INDIRECT, 0] }, { table: { 0: [A, 16, NEXT, 1], 1: [A, 16, NEXT, 0] } }),
  bad("a table that is not RAM", { 0: [A, 16, NEXT, 1] }),
  bad("an indirect table that is not RAM", { 0: [0x10_0000n, 32, INDIRECT, 0] }),
  bad("an indirect table of nothing", { 0: [TABLE, 0, INDIRECT, 0] }),
  bad("2.7.5.3.1: of one descriptor and a half", { 0: [TABLE, 24, INDIRECT, 0] }, { table: { 0: [A, 16, 0, 0] } }),
  bad("a next that the indirect table does not have", { 0: [TABLE, 32, INDIRECT, 0] }, { table: { 0: [A, 16, NEXT, 2], 2: [A, 16, 0, 0] } }),
  bad("2.7.5.3.1: an indirect table in an indirect table (here)", { 0: [TABLE, 16, INDIRECT, 0] }, { table: { 0: [TABLE, 16, INDIRECT, 0] } }),
  bad("an empty buffer", { 0: [A, 0, WRITE, 0] }),
  bad("an empty buffer, in the middle", { 0: [A, 1, NEXT, 1], 1: [A, 0, NEXT, 2], 2: [A, 1, 0, 0] }),
  bad("2.7.4.2: something to read behind something to write", { 0: [A, 16, NEXT | WRITE, 1], 1: [A, 16, 0, 0] }),
  bad("2.7.5.2: more than 2^32 bytes (here)", { 0: [A, 0xffff_ffff, NEXT, 1], 1: [B, 2, 0, 0] }),
  bad("2.7.5.2: more than 2^32 bytes, some to write (here)", { 0: [A, 0xffff_ffff, NEXT, 1], 1: [B, 0xffff_ffff, WRITE, 0] }),
  longTable(1025),
  longTable(1025, 1000),
];

interface More {
  readonly head?: number;
  readonly table?: Rows;
}

function good(why: string, rows: Rows, readable: Pieces, writable: Pieces, { head = 0, table = {} }: More = {}): Case<WalkInTables> {
  return caseOf(RING, head, [...placedIn(RING.address, rows), ...placedIn(TABLE, table)], { readable, writable }, why);
}

function bad(why: string, rows: Rows, { head = 0, table = {} }: More = {}): Case<WalkInTables> {
  const placed = [...placedIn(RING.address, rows), ...placedIn(TABLE, table)];
  const want = reference(RING, head, placed);
  return caseOf(RING, head, placed, want, why);
}

/** A chain of `count` in an indirect table, from number `writesFrom` on to write: 1,024 are as many as it may have. */
function longTable(count: number, writesFrom = count): Case<WalkInTables> {
  const flagsOf = (n: number): number => (n === count - 1 ? 0 : NEXT) | (n < writesFrom ? 0 : WRITE);
  const rows: Placed[] = Array.from({ length: count }, (_, n) => [TABLE + 16n * BigInt(n), A, 1, flagsOf(n), n + 1] as const);
  const placed = [...placedIn(RING.address, { 0: [TABLE, 16 * count, INDIRECT, 0] }), ...rows];
  const kinds = writesFrom === count ? "" : `, ${count - writesFrom} of them to write`;
  return caseOf(RING, 0, placed, reference(RING, 0, placed), `${count} buffers in an indirect table${kinds}`);
}

const FLAGS = ["", "NEXT", "WRITE", "WRITE, NEXT"] as const;

function rowText([address, addr, len, flags, next]: Placed): string {
  const names = [FLAGS[flags & 3], (flags & INDIRECT) === 0 ? "" : "INDIRECT"].filter((name) => name !== "").join(", ");
  return `${hex(address)}: ${len} bytes at ${hex(addr)}${names === "" ? "" : `, ${names}`}${(flags & NEXT) === 0 ? "" : ` ${next}`}`;
}

function tablesText(placed: readonly Placed[]): string {
  const shown = placed.slice(0, 8).map(rowText);
  return [...shown, ...(placed.length > 8 ? [`and ${placed.length - 8} more`] : [])].join("; ");
}

const piecesText = (pieces: Pieces): string =>
  `[${[...pieces.slice(0, 8).map(({ address, length }) => `${length} at ${hex(address)}`), ...(pieces.length > 8 ? ["..."] : [])].join(", ")}]`;

function answerText(answer: Walked): string {
  if ("wrong" in answer) return `wrong: ${showPlain(answer.wrong)}`;
  return `to read ${piecesText(answer.readable)}, to write ${piecesText(answer.writable)}`;
}

export const virtqueueChain: Trial<WalkInTables> = {
  show: {
    call: (ring, head, placed) => `walkChain({ address: ${hex(ring.address)}, size: ${ring.size} }, ${head}, read), where ${tablesText(placed)}`,
    answer: (answer) => answerText(answer),
  },
  properties: [
    { title: "collects buffers", cases: () => GOOD },
    { title: "goes into indirect tables", cases: () => INDIRECT_ONES },
    { title: "believes nothing", cases: () => BAD },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(500, () => {
        const { ring, head, placed } = drawTables(draw);
        return caseOf(ring, head, placed, reference(ring, head, placed));
      }),
    },
  ],
};

/** Chains that are mostly sound, and a lie in some. */
function drawTables(draw: Draw): { ring: Table; head: number; placed: Placed[] } {
  const ring = { address: 0x4000_0000n + 16n * BigInt(draw.below(1000)), size: draw.between(1, 12) };
  const rows = (size: number, isNested: boolean): Rows => {
    const order = draw.shuffle(Array.from({ length: size }, (_, n) => n));
    const writesFrom = draw.below(size + 1);
    return Object.fromEntries(order.map((n, i) => {
      const lies = (): boolean => draw.below(30) === 0;
      const isLast = i === size - 1 || draw.below(6) === 0;
      const isTable = !isNested && draw.below(8) === 0 || lies();
      const flags = (isTable ? INDIRECT : (i >= writesFrom ? WRITE : 0) | (isLast ? 0 : NEXT)) ^ (lies() ? draw.bits(3) : 0);
      const next = lies() ? draw.below(20) : order[i + 1] ?? draw.below(20);
      return [n, isTable ? [TABLE, lies() ? draw.below(60) : 16 * INNER, flags, next] : [A + BigInt(draw.below(9999)), lies() ? 0 : draw.between(1, 4096), flags, next]] as const;
    }));
  };
  const outer = rows(ring.size, false);
  // Mostly where the longest way begins.
  const heads = Object.keys(outer).map(Number);
  const head = draw.below(20) === 0 ? draw.below(16) : draw.pick(heads);
  return { ring, head, placed: [...placedIn(ring.address, outer), ...placedIn(TABLE, rows(INNER, true))] };
}

const INNER = 5;
