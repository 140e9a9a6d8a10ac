import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { InMap, Row } from "./adapters/in-map";

const RAM = 0x4000_0000;
const PAGE = 0x1000;
const GIB = 0x4000_0000;
const FAR = 64 * GIB;

// As RANGE_KINDS of src/unikernel/memory/memory-map.ts has them.
const MEMORY = 0;
const KINDS = ["memory", "image", "device tree", "reserved", "page tables"];

const ram = (begin: number, end: number): Row => [begin, end, MEMORY];
const taken = (begin: number, end: number, kind = 3): Row => [begin, end, kind];

const caseOf = (rows: readonly Row[], bytes: number, limit: number, want: number, why: string): Case<InMap> => ({ args: [rows, bytes, limit], want, why });

const BOARD: readonly Row[] = [ram(RAM, RAM + 0x100_0000), taken(RAM + 0x20_0000, RAM + 0x24_0000, 1), taken(RAM + 0x80_0000, RAM + 0x81_0000, 2)];

const TELLING: readonly Case<InMap>[] = [
  caseOf([ram(RAM, RAM + 0x10_0000)], PAGE, FAR, RAM, "nothing is taken"),
  caseOf(BOARD, PAGE, FAR, RAM, "below the image"),
  caseOf(BOARD, 0x20_0000, FAR, RAM, "it just fits below the image"),
  caseOf(BOARD, 0x20_1000, FAR, RAM + 0x24_0000, "a page too long for that: behind the image"),
  caseOf(BOARD, 0x5c_0000, FAR, RAM + 0x24_0000, "it just fits between image and device tree"),
  caseOf(BOARD, 0x5c_1000, FAR, RAM + 0x81_0000, "a page too long for that, too: behind both"),
  caseOf(BOARD, 0x7f_0000, FAR, RAM + 0x81_0000, "up to the end of RAM"),
  caseOf(BOARD, 0x7f_1000, FAR, -1, "a page too long for that"),
  caseOf([], PAGE, FAR, -1, "no memory at all"),
  caseOf([taken(RAM, RAM + PAGE)], PAGE, FAR, -1, "what is taken need not be memory, and none of it is"),
];

const ROWS_IN_ANY_ORDER: readonly Case<InMap>[] = [
  caseOf([ram(2 * RAM, 2 * RAM + 0x10_0000), ram(RAM, RAM + 0x10_0000)], PAGE, FAR, RAM, "the lowest place, whichever row comes first"),
  caseOf([taken(RAM + 0x1000, RAM + 0x2000), taken(RAM, RAM + 0x1000), ram(RAM, RAM + 0x10_0000)], PAGE, FAR, RAM + 0x2000, "behind the second row the first is in the way"),
  caseOf([ram(RAM, RAM + 0x10_0000), taken(RAM, RAM + 0x8000), taken(RAM + 0x2000, RAM + 0x3000)], PAGE, FAR, RAM + 0x8000, "one lies within the other"),
  caseOf([ram(RAM, RAM + 0x10_0000), taken(RAM, RAM + 0x4000), taken(RAM + 0x3000, RAM + 0x6000)], PAGE, FAR, RAM + 0x6000, "two overlap"),
  caseOf([ram(RAM, RAM + 0x10_0000), taken(RAM - 0x10_0000, RAM + 0x1000)], PAGE, FAR, RAM + 0x1000, "it begins before the memory does"),
  caseOf([ram(RAM, RAM + 0x2000), ram(2 * RAM, 2 * RAM + 0x10_0000), taken(RAM, RAM + 0x10_0000)], PAGE, FAR, 2 * RAM, "all of the first RAM is taken"),
  caseOf([ram(RAM, RAM + 0x2000), ram(2 * RAM, 2 * RAM + 0x10_0000)], 0x4000, FAR, 2 * RAM, "the first RAM is too small"),
];

const LIMITED: readonly Case<InMap>[] = [
  caseOf([ram(RAM, RAM + 0x10_0000)], 0x4000, RAM + 0x4000, RAM, "it ends at the limit"),
  caseOf([ram(RAM, RAM + 0x10_0000)], 0x4000, RAM + 0x3000, -1, "it would end behind the limit"),
  caseOf([ram(RAM, RAM + 0x10_0000), taken(RAM, RAM + 0x1000)], 0x4000, RAM + 0x4000, -1, "it begins below the limit, and would end behind it"),
  caseOf([ram(2 * RAM, 3 * RAM)], PAGE, 2 * RAM, -1, "all memory is behind the limit"),
];

/** Pages are many: who asks of each whether it is free does not come to an end. */
const LARGE: readonly Case<InMap>[] = [
  caseOf([ram(0, 60 * GIB), taken(0, 48 * GIB), taken(50 * GIB, 59 * GIB)], 2 * GIB, FAR, 48 * GIB, "60 GiB"),
  caseOf([ram(0, 60 * GIB), taken(PAGE, 59 * GIB)], GIB, FAR, 59 * GIB, "60 GiB, of which only the ends are free"),
];

function drawn(draw: Draw): Case<InMap> {
  const range = (most: number): [number, number] => {
    const begin = RAM + PAGE * draw.below(80);
    return [begin, begin + PAGE * draw.between(1, most)];
  };
  const rows = draw.shuffle([...draw.times(draw.between(1, 3), () => ram(...range(60))), ...draw.times(draw.below(7), () => taken(...range(14), draw.between(1, 4)))]);
  const bytes = PAGE * draw.between(1, 12);
  const limit = draw.pick([FAR, RAM + PAGE * draw.below(120)]);
  return { args: [rows, bytes, limit], want: reference(rows, bytes, limit) };
}

/** Of every page on its own. */
function reference(rows: readonly Row[], bytes: number, limit: number): number {
  const isTaken = (at: number): boolean => rows.some(([begin, end, kind]) => kind !== MEMORY && begin <= at && at < end);
  for (let at = RAM; at + bytes <= Math.min(limit, RAM + 200 * PAGE); at += PAGE) {
    const isWhole = rows.some(([begin, end, kind]) => kind === MEMORY && begin <= at && at + bytes <= end);
    if (isWhole && Array.from({ length: bytes / PAGE }, (_, i) => at + PAGE * i).every((page) => !isTaken(page))) return at;
  }
  return -1;
}

const hex = (value: number): string => (value < 0 ? String(value) : `0x${value.toString(16)}`);

export const findGap: Trial<InMap> = {
  show: {
    call: (rows, bytes, limit) => `findGap(${hex(bytes)}, ${hex(limit)}) with ${rows.map(([begin, end, kind]) => `${KINDS[kind]} ${hex(begin)} to ${hex(end)}`).join(", ") || "an empty map"}`,
    answer: (answer) => (typeof answer === "number" ? hex(answer) : String(answer)),
  },
  properties: [
    { title: "finds the lowest place that is free", cases: () => TELLING },
    { title: "does not mind the order of the rows", cases: () => ROWS_IN_ANY_ORDER },
    { title: "stays below the limit", cases: () => LIMITED },
    { title: "goes by ranges, not by pages", cases: () => LARGE },
    { title: "agrees with the reference", cases: (draw) => draw.times(400, () => drawn(draw)) },
  ],
};
