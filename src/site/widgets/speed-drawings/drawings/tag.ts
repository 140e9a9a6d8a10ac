/** The comparison of a load of eight bytes, at two addresses: one that hits, and one that crosses into the next page. */
import type { Box, Drawing, Word } from "../../compiler-drawings/drawing";

export interface Attempt {
  readonly address: bigint;
  readonly why: string;
}

/** A load of BYTES bytes, and the tag that its slot has. */
export const BYTES = 8;
export const TAG = 0xaaaa_b000n;
export const ATTEMPTS: readonly Attempt[] = [
  { address: 0xaaaa_bff8n, why: "the page's last eight bytes" },
  { address: 0xaaaa_bffbn, why: "five bytes here, three in the next page" },
];

const hex = (value: bigint): string => `0x${value.toString(16)}`;
export const lastByte = (address: bigint): bigint => address + BigInt(BYTES - 1);
export const masked = (address: bigint): bigint => lastByte(address) & ~0xfffn;

const wide = 128;
const high = 32;
const COLUMNS = [20, 196, 372, 560];
const HEADS = ["address", "+ 7: its last byte", "& ~0xfff", "the tag"];

const rowAt = (i: number): number => 52 + 98 * i;

const rowOf = ({ address }: Attempt, i: number): Box[] =>
  [address, lastByte(address), masked(address), TAG].map((value, column) => ({
    x: COLUMNS[column]!, y: rowAt(i), wide, high, lines: [hex(value)],
    ...(i === 0 ? { head: HEADS[column]! } : {}),
    ...(column > 1 ? { look: "strong" as const } : {}),
  }));

const verdict = ({ address, why }: Attempt, i: number): Word[] => [
  { x: 530, y: rowAt(i) + 21, anchor: "middle", look: "strong", text: masked(address) === TAG ? "=" : "≠" },
  { x: COLUMNS[0]!, y: rowAt(i) + 52, look: "soft", text: why },
  { x: COLUMNS[2]!, y: rowAt(i) + 52, look: "soft", text: masked(address) === TAG ? "hits: the addend is added, and the load made" : "misses: this instruction is the interpreter's" },
];

export const tag: Drawing = {
  says: "Two loads of eight bytes whose slot has the tag 0xaaaab000. At 0xaaaabff8 the last byte is at 0xaaaabfff, which masked is the tag: it hits. At 0xaaaabffb the last byte is at 0xaaaac002, which masked is 0xaaaac000 and not the tag: it misses.",
  tells: "Both addresses begin in the page that the entry is for. Only one load ends there. What is asked about the first byte?",
  wide: 700, high: 216,
  boxes: ATTEMPTS.flatMap(rowOf),
  arrows: ATTEMPTS.flatMap((_, i) => [0, 1].map((column) => ({
    through: [[COLUMNS[column]! + wide, rowAt(i) + 16], [COLUMNS[column + 1]! - 3, rowAt(i) + 16]] as const,
  }))),
  words: ATTEMPTS.flatMap(verdict),
};
