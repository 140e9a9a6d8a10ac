import type { Level } from "../../../machine/sysregs/pstate";
import { breakpointMatches as ours } from "../../../machine/exceptions/breakpoints";
import { BREAKPOINTS, type DebugUnit } from "../../../machine/exceptions/debug-registers";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { hex } from "../03-system-registers/notation";
import { address, unitsText } from "./notation";

type BreakpointMatches = ExceptionParts["breakpointMatches"];

interface Fields {
  readonly BT?: number;
  readonly LBN?: number;
  readonly SSC?: number;
  readonly HMC?: number;
  readonly PMC?: number;
  readonly E?: number;
}

/** DBGBCR<n>_EL1 of a breakpoint that is on, for both levels, unless it says otherwise. BAS is 0b1111, as it must be. */
export const breakpointControl = ({ BT = 0, LBN = 0, SSC = 0, HMC = 0, PMC = 3, E = 1 }: Fields = {}): number =>
  (BT << 20) | (LBN << 16) | (SSC << 14) | (HMC << 13) | (0xf << 5) | (PMC << 1) | E;

const OFF: DebugUnit = { value: 0n, control: 0 };
const PC = 0x4008_1004n;
const HIGH = 0xffff_8000_0008_1004n;
const CONTEXT = 77n;

const units = (programmed: Readonly<Record<number, DebugUnit>>): DebugUnit[] =>
  Array.from({ length: BREAKPOINTS }, (_, n) => programmed[n] ?? OFF);

type Row = readonly [why: string, fields: Fields, value: bigint, level: Level, want: boolean];

const caseOf = ([why, fields, value, level, want]: Row): Case<BreakpointMatches> =>
  ({ args: [0, units({ 0: { value, control: breakpointControl(fields) } }), { pc: PC, level, context: CONTEXT }], want, why });

/** Whether QEMU 7.2 stops. */
const FROM_QEMU: readonly Row[] = [
  ["its address",               {},           PC,             0, true],
  ["its address, at EL1",       {},           PC,             1, true],
  ["the next instruction's",    {},           PC + 4n,        0, false],
  ["not enabled",               { E: 0 },     PC,             0, false],
  ["for EL0, at EL0",           { PMC: 2 },   PC,             0, true],
  ["for EL1, at EL0",           { PMC: 1 },   PC,             0, false],
  ["for EL1, at EL1",           { PMC: 1 },   PC,             1, true],
  ["for nobody",                { PMC: 0 },   PC,             0, false],
  ["SSC is 2",                  { SSC: 2 },   PC,             0, false],
  ["BT is 4",                   { BT: 4 },    PC,             0, false],
];

const BY_MANUAL: readonly Row[] = [
  ["for EL0, at EL1",           { PMC: 2 },   PC,             1, false],
  ["the one before",            {},           PC - 4n,        0, false],
  ["bits 1:0 do not count",     {},           PC + 3n,        0, true],
  ["bits 63:49 do not count",   {},           PC | 1n << 63n, 0, true],
  ["bit 48 does",               {},           PC | 1n << 48n, 0, false],
  ["bit 31 does",               {},           PC ^ 1n << 31n, 0, false],
  ["HMC is 1",                  { HMC: 1 },   PC,             0, false],
  ["SSC is 1",                  { SSC: 1 },   PC,             0, false],
  ["BT is 8",                   { BT: 8 },    PC,             0, false],
];

/** A breakpoint 0, for EL0, linked to unit `n`. */
const LINKED = [
  // n   DBGBCR<n>_EL1      DBGBVR<n>_EL1        stops
  [5,    { BT: 3 },         CONTEXT,             true,  "it holds the context"],
  [4,    { BT: 3 },         CONTEXT,             true,  "it holds the context"],
  [5,    { BT: 3 },         CONTEXT + 1n,        false, "it holds another context"],
  [5,    { BT: 3 },         CONTEXT | 1n << 32n, true,  "a context has 32 bits"],
  [5,    { BT: 3, E: 0 },   CONTEXT,             false, "it is not enabled"],
  [5,    { BT: 3, PMC: 1 }, CONTEXT,             true,  "for whom, says the one that links"],
  [5,    { BT: 2 },         CONTEXT,             false, "it holds the context, but not to be linked to"],
  [5,    { BT: 0 },         CONTEXT,             false, "it holds an address"],
  [3,    { BT: 3 },         CONTEXT,             false, "it cannot hold a context: only the last two can"],
  [9,    { BT: 3 },         CONTEXT,             false, "there is no such unit"],
] as const;

const linkedCases = (pc: bigint): Case<BreakpointMatches>[] =>
  LINKED.map(([n, fields, value, stops, why]) => ({
    args: [
      0, units({ 0: { value: PC, control: breakpointControl({ BT: 1, LBN: n, PMC: 2 }) }, [n]: { value, control: breakpointControl(fields) } }),
      { pc, level: 0, context: CONTEXT },
    ],
    want: stops && pc === PC, why: `linked to ${n}: ${why}`,
  }));

type Alone = readonly [n: number, fields: Fields, value: bigint, pc: bigint, level: Level, context: bigint, want: boolean, why: string];

const OTHERS: readonly Alone[] = [
  // n  DBGBCR<n>_EL1     value    PC    level context
  [3, {},                 HIGH,    HIGH, 1, 0n,      true,  "the kernel's half of the addresses"],
  [3, {},                 HIGH,    PC,   1, 0n,      false, "the other half"],
  [4, { BT: 2 },          CONTEXT, PC,   0, CONTEXT, true,  "every instruction of that context"],
  [4, { BT: 2 },          CONTEXT, 0n,   0, 76n,     false, "none of another"],
  [4, { BT: 2, PMC: 2 },  CONTEXT, PC,   1, CONTEXT, false, "of EL0 only"],
  [0, { BT: 2 },          CONTEXT, PC,   0, CONTEXT, false, "QEMU, too: unit 0 cannot hold a context"],
  [4, { BT: 3 },          CONTEXT, PC,   0, CONTEXT, false, "it is there to be linked to"],
  [5, {},                 PC,      PC,   0, PC,      true,  "the last unit can hold an address as well as the first"],
];

const aloneCase = ([n, fields, value, pc, level, context, want, why]: Alone): Case<BreakpointMatches> =>
  ({ args: [n, units({ [n]: { value, control: breakpointControl(fields) } }), { pc, level, context }], want, why });

export const breakpoint: Trial<BreakpointMatches> = {
  show: {
    call: (n, all, { pc, level, context }) => `breakpointMatches(${n}) at ${address(pc)} of EL${level}, context ${hex(context)}; ${unitsText(all)}`,
    answer: (answer) => (answer === true ? "stops" : answer === false ? "passes" : String(answer)),
  },
  properties: [
    { title: "stops where QEMU stops", cases: () => FROM_QEMU.map(caseOf) },
    { title: "compares addresses", cases: () => BY_MANUAL.map(caseOf) },
    { title: "is linked to a context", cases: () => [...linkedCases(PC), ...linkedCases(PC + 4n)] },
    { title: "knows the other kinds", cases: () => OTHERS.map(aloneCase) },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(400, () => drawCase(draw)) },
  ],
};

function drawCase(draw: Draw): Case<BreakpointMatches> {
  const pc = draw.pick([PC, HIGH]) + BigInt(4 * draw.below(2));
  const context = BigInt(draw.below(2));
  const control = (): number => breakpointControl({
    BT: draw.pick([0, 1, 1, 2, 3, 3]), LBN: draw.between(3, 5), PMC: draw.pick([1, 2, 3, 3]), E: draw.pick([0, 1, 1, 1, 1]),
  });
  const value = (): bigint => draw.pick([pc, pc, pc ^ 4n, context, context | 1n << 40n]);
  const all = draw.times(BREAKPOINTS, (): DebugUnit => ({ value: value(), control: control() }));
  const args = [draw.below(BREAKPOINTS), all, { pc, level: draw.pick([0, 1] as const), context }] as const;
  return { args, want: ours(...args) };
}
