import type { Level } from "../../../machine/sysregs/pstate";
import { BREAKPOINTS, type DebugUnit } from "../../../machine/exceptions/debug-registers";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { watchpointHit as ours } from "../../../machine/exceptions/watchpoints";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { breakpointControl } from "./breakpoint";
import { address, unitsText, unitText } from "./notation";

type WatchpointHit = ExceptionParts["watchpointHit"];

interface Fields {
  readonly MASK?: number;
  readonly WT?: number;
  readonly LBN?: number;
  readonly SSC?: number;
  readonly HMC?: number;
  readonly BAS?: number;
  readonly LSC?: number;
  readonly PAC?: number;
  readonly E?: number;
}

/** DBGWCR<n>_EL1 of a watchpoint on all of a doubleword, for everybody, unless it says otherwise. */
const control = ({ MASK = 0, WT = 0, LBN = 0, SSC = 0, HMC = 0, BAS = 0xff, LSC = 3, PAC = 3, E = 1 }: Fields): number =>
  (MASK << 24) | (WT << 20) | (LBN << 16) | (SSC << 14) | (HMC << 13) | (BAS << 5) | (LSC << 3) | (PAC << 1) | E;

const BASE = 0x4008_3000n;
const CONTEXT = 77n;

type Row = readonly [why: string, value: bigint, fields: Fields, offset: bigint, bytes: number, hit: bigint | undefined];

const caseOf = ([why, value, fields, offset, bytes, hit]: Row): Case<WatchpointHit> => ({
  args: [{ value: BASE + value, control: control(fields) }, [], { address: BigInt.asUintN(64, BASE + offset), bytes, write: false, level: 0, context: 0n }],
  want: hit === undefined ? undefined : BASE + hit, why,
});

/** Whether QEMU 7.2 stops, and what FAR_EL1 is then. Addresses count from 0x4008_3000. */
const FROM_QEMU: readonly Row[] = [
  // what                         DBGWVR  DBGWCR                       access, bytes  hit at
  ["ldr x4, [x1]",                0n,     {},                          0n,   8,       0n],
  ["not enabled",                 0n,     { E: 0 },                    0n,   8,       undefined],
  ["one byte, in the middle",     0n,     { BAS: 0x10 },               0n,   8,       4n],
  ["one byte, behind the access", 0n,     { BAS: 0x10 },               0n,   4,       undefined],
  ["four bytes, one of them",     0n,     { BAS: 0x3c },               3n,   1,       3n],
  ["a word",                      4n,     { BAS: 0x0f },               4n,   4,       4n],
  ["a word's second byte",        4n,     { BAS: 0x02 },               0n,   8,       5n],
  ["across, not aligned",         8n,     { BAS: 0x01 },               3n,   8,       8n],
  ["ldp: the second of two",      8n,     {},                          0n,   16,      8n],
  ["16 bytes: in them",           16n,    { MASK: 4 },                 28n,  4,       28n],
  ["16 bytes: below",             16n,    { MASK: 4 },                 12n,  4,       undefined],
  ["16 bytes: across",            16n,    { MASK: 4 },                 12n,  8,       16n],
  ["8 bytes, by MASK",            8n,     { MASK: 3 },                 8n,   8,       8n],
];

const BORDERS: readonly Row[] = [
  ["the byte before the access",  0n,     { BAS: 0x08 },               4n,   4,       undefined],
  ["its first byte",              0n,     { BAS: 0x10 },               4n,   4,       4n],
  ["its last byte",               0n,     { BAS: 0x80 },               4n,   4,       7n],
  ["the byte behind four",        0n,     { BAS: 0x3c },               6n,   1,       undefined],
  ["no byte at all",              0n,     { BAS: 0x00 },               0n,   8,       undefined],
  ["no byte at all, in a block of 64", 0n, { BAS: 0x00 },              -8n,  64,      undefined],
  ["a word: not the next",        4n,     { BAS: 0x0f },               8n,   4,       undefined],
  ["a word: nor the one before",  4n,     { BAS: 0x0f },               0n,   4,       undefined],
  ["bits 1:0 do not count",       3n,     {},                          0n,   8,       0n],
  ["beside it",                   8n,     { BAS: 0x01 },               9n,   8,       undefined],
  ["dc zva",                      16n,    {},                          0n,   64,      16n],
  ["16 bytes: behind",            16n,    { MASK: 4 },                 32n,  4,       undefined],
  ["16 bytes: their last",        16n,    { MASK: 4 },                 31n,  8,       31n],
  ["MASK: BAS does not count",    16n,    { MASK: 4, BAS: 0x01 },      28n,  4,       28n],
  ["HMC is 1",                    0n,     { HMC: 1 },                  0n,   8,       undefined],
  ["SSC is 1",                    0n,     { SSC: 1 },                  0n,   8,       undefined],
];

const BLOCK = 0x8000_0000n;

const FAR_AWAY: readonly Case<WatchpointHit>[] = [
  far("2 GiB: their last byte", { value: BLOCK, control: control({ MASK: 31 }) }, 0xffff_ffffn, 1, 0xffff_ffffn),
  far("2 GiB: behind them", { value: BLOCK, control: control({ MASK: 31 }) }, 0x1_0000_0000n, 8, undefined),
  far("2 GiB: into them", { value: BLOCK, control: control({ MASK: 31 }) }, 0x7fff_fffcn, 8, BLOCK),
  far("a tag does not count, and stays", { value: BASE, control: control({ BAS: 0x10 }) }, 0x5a00_0000_4008_3000n, 8, 0x5a00_0000_4008_3004n),
  far("the upper half is another half", { value: BASE, control: control({}) }, 0xffff_0000_4008_3000n, 8, undefined),
  far("around the end", { value: 0n, control: control({ BAS: 0x02 }) }, 0xffff_ffff_ffff_fffcn, 8, 1n),
  far("the last byte there is", { value: 0xffff_ffff_ffff_fff8n, control: control({ BAS: 0x80 }) }, 0xffff_ffff_ffff_fffcn, 8, 0xffff_ffff_ffff_ffffn),
];

function far(why: string, unit: DebugUnit, at: bigint, bytes: number, want: bigint | undefined): Case<WatchpointHit> {
  return { args: [unit, [], { address: at, bytes, write: false, level: 0, context: 0n }], want, why };
}

/** LSC and PAC, as QEMU 7.2 understands them. */
const WHO: readonly (readonly [Fields, boolean, Level, boolean])[] = [
  // DBGWCR      a store  level  stops
  [{ LSC: 1 },   false,   0,     true],
  [{ LSC: 1 },   true,    0,     false],
  [{ LSC: 2 },   false,   0,     false],
  [{ LSC: 2 },   true,    0,     true],
  [{ LSC: 3 },   true,    0,     true],
  [{ LSC: 0 },   true,    0,     false],
  [{ PAC: 1 },   false,   0,     false],
  [{ PAC: 1 },   false,   1,     true],
  [{ PAC: 2 },   false,   0,     true],
  [{ PAC: 2 },   true,    1,     false],
  [{ PAC: 3 },   false,   1,     true],
  [{ PAC: 0 },   false,   0,     false],
];

const whoCases = (): Case<WatchpointHit>[] => WHO.map(([fields, write, level, stops]) => ({
  args: [{ value: BASE, control: control(fields) }, [], { address: BASE, bytes: 8, write, level, context: 0n }],
  want: stops ? BASE : undefined, why: `${JSON.stringify(fields)}: a ${write ? "store" : "load"} of EL${level}`,
}));

/** A watchpoint linked to breakpoint 5. */
const LINKED = [
  // DBGBCR5_EL1     DBGBVR5_EL1          stops
  [{ BT: 3 },        CONTEXT,             true,  "it holds the context; QEMU stops, too"],
  [{ BT: 3 },        CONTEXT + 1n,        false, "it holds another; QEMU does not stop, either"],
  [{ BT: 3 },        CONTEXT | 1n << 40n, true,  "a context has 32 bits"],
  [{ BT: 3, E: 0 },  CONTEXT,             false, "it is not enabled"],
  [{ BT: 2 },        CONTEXT,             false, "it is not there to be linked to"],
  [{ BT: 3, PMC: 0 }, CONTEXT,            true,  "for whom, says the one that links"],
] as const;

const linkedCases = (): Case<WatchpointHit>[] => LINKED.map(([fields, value, stops, why]) => {
  const off: DebugUnit = { value: 0n, control: 0 };
  const breakpoints = [...Array<DebugUnit>(BREAKPOINTS - 1).fill(off), { value, control: breakpointControl(fields) }];
  return {
    args: [{ value: BASE, control: control({ WT: 1, LBN: 5 }) }, breakpoints, { address: BASE, bytes: 4, write: true, level: 0, context: CONTEXT }],
    want: stops ? BASE : undefined, why,
  };
});

export const watchpoint: Trial<WatchpointHit> = {
  show: {
    call: (unit, breakpoints, { address: at, bytes, write, level }) =>
      `watchpointHit(${unitText(unit)}): a ${write ? "store" : "load"} of EL${level}, ${bytes} bytes at ${address(at)}${breakpoints.length === 0 ? "" : `; ${unitsText(breakpoints)}`}`,
    answer: (answer) => (answer === undefined ? "passes" : `stops at ${address(answer)}`),
  },
  properties: [
    { title: "stops where QEMU stops", cases: () => FROM_QEMU.map(caseOf) },
    { title: "knows which bytes they are", cases: () => BORDERS.map(caseOf) },
    { title: "knows how addresses are compared", cases: () => FAR_AWAY },
    { title: "knows who is watched", cases: whoCases },
    { title: "is linked to a context", cases: linkedCases },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(500, () => drawCase(draw)) },
  ],
};

function drawCase(draw: Draw): Case<WatchpointHit> {
  const near = BASE + BigInt(draw.between(-24, 40));
  const access = { address: BigInt.asUintN(64, near), bytes: draw.pick([1, 2, 4, 8, 16, 64]), write: draw.bits(1) === 1, level: draw.pick([0, 1] as const), context: 0n };
  const unit = draw.bits(1) === 0 ? drawBlock(draw) : drawBytes(draw);
  return { args: [unit, [], access], want: ours(unit, [], access) };
}

const drawBlock = (draw: Draw): DebugUnit => {
  const MASK = draw.between(3, 6);
  return { value: BASE + BigInt(2 ** MASK * draw.between(-1, 1)), control: control({ MASK, LSC: draw.between(1, 3), PAC: draw.between(1, 3) }) };
};

/** One run of bytes, in a doubleword or a word. */
function drawBytes(draw: Draw): DebugUnit {
  const room = draw.pick([4, 8]);
  const first = draw.below(room);
  const BAS = (2 ** draw.between(1, room - first) - 1) << first;
  const value = BASE + (room === 4 ? 4n : 0n) + BigInt(8 * draw.between(-1, 2)) + BigInt(draw.below(4) === 0 ? draw.below(4) : 0);
  return { value, control: control({ BAS, LSC: draw.between(1, 3), PAC: draw.between(1, 3) }) };
}
