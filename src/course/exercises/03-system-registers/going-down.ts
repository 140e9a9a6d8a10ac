import { expect } from "chai";
import { stackPointerOf } from "../../../machine/sysregs/pstate";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { flagsText } from "../02-cpu/notation";
import { hex, pstateText } from "./notation";
import { drawPstate, EL0T, EL1H, EL1T } from "./pstates";
import type { Processor, SystemQuestions } from "./questions";

type Eret = SystemQuestions["eret"];

/** Where it is in use: worth nothing. */
const NOTHING = 0xdead_dead_deadn;

const AT_EL1H: Processor = {
  pc: 0x4020_0014n, pstate: 0x3c5, nzcv: 0, sp: 0x4030_17c0n, SP_EL0: 0x4030_0800n, SP_EL1: NOTHING, SPSR_EL1: 0n, ELR_EL1: 0n,
};

/** What QEMU 7.2 finds behind ERET. */
const FROM_QEMU: readonly Case<Eret>[] = [
  caseOf({ ...AT_EL1H, SPSR_EL1: 0x6000_0000n, ELR_EL1: 0x4020_001cn }, "to EL0, nothing masked, Z and C set",
    { pc: 0x4020_001cn, pstate: 0, nzcv: 0b0110, sp: 0x4030_0800n, SP_EL1: 0x4030_17c0n }),
  caseOf({ ...AT_EL1H, pc: 0x4020_0018n, SPSR_EL1: 0x9000_03c4n, ELR_EL1: 0x4020_0020n }, "to EL1t, all masked, N and V set: another stack at the same level",
    { pc: 0x4020_0020n, pstate: 0x3c4, nzcv: 0b1001, sp: 0x4030_0800n, SP_EL1: 0x4030_17c0n }),
];

const OTHERS: readonly Case<Eret>[] = [
  caseOf({ ...AT_EL1H, nzcv: 0b1111, SPSR_EL1: 0x3c5n, ELR_EL1: 0x1000n }, "to where it is: the flags are SPSR_EL1's",
    { pc: 0x1000n, pstate: 0x3c5, nzcv: 0, SP_EL1: NOTHING }),
  caseOf({ ...AT_EL1H, SPSR_EL1: 0xc0_0000n, ELR_EL1: 0x1000n }, "to EL0, with PAN and UAO",
    { pc: 0x1000n, pstate: 0xc0_0000, sp: 0x4030_0800n, SP_EL1: 0x4030_17c0n }),
  caseOf({ ...AT_EL1H, pstate: 0x3c4, SP_EL0: NOTHING, SP_EL1: 0x4030_1800n, SPSR_EL1: 0xf000_0005n, ELR_EL1: 0xffff_8000_0000_0000n },
    "from EL1t to EL1h, in the upper half of the addresses",
    { pc: 0xffff_8000_0000_0000n, pstate: 0x5, nzcv: 0b1111, sp: 0x4030_1800n, SP_EL0: 0x4030_17c0n }),
];

const AT_EL0: readonly Case<Eret>[] = [
  { args: [{ ...AT_EL1H, pstate: 0, SP_EL0: NOTHING, SP_EL1: 0x9000n }], want: "undefined", why: "QEMU: a program cannot go down any further" },
  { args: [{ ...AT_EL1H, pstate: 0x3c0, SP_EL0: NOTHING, SP_EL1: 0x9000n, SPSR_EL1: 0x3c5n }], want: "undefined", why: "QEMU: and never up like this" },
];

export const goingDown: Trial<Eret> = {
  show: {
    call: (before) => `eret({ ${processorText(before)}, SPSR_EL1 ${hex(before.SPSR_EL1)}, ELR_EL1 ${hex(before.ELR_EL1)} })`,
    answer: (answer) => (answer === "undefined" ? answer : processorText(answer)),
  },
  properties: [
    { title: "goes where QEMU goes", cases: () => FROM_QEMU },
    { title: "takes all of SPSR_EL1", cases: () => OTHERS },
    { title: "is Undefined at EL0", cases: () => AT_EL0 },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(200, () => drawCase(draw)) },
  ],
};

function caseOf(before: Processor, why: string | undefined, changes: Partial<Processor>): Case<Eret> {
  const want = { ...before, ...changes };
  return {
    args: [before], want, ...(why === undefined ? {} : { why }),
    accept: (answer) => { expect(whatCounts(answer as Processor)).to.deep.equal(whatCounts(want)); },
  };
}

/** Two stack pointers count: the one in use, and the other one. */
function whatCounts({ pc, pstate, nzcv, sp, SP_EL0, SP_EL1, SPSR_EL1, ELR_EL1 }: Processor): unknown {
  return { pc, pstate, nzcv, sp, other: stackPointerOf(pstate) === 0 ? SP_EL1 : SP_EL0, SPSR_EL1, ELR_EL1 };
}

function drawCase(draw: Draw): Case<Eret> {
  const [from, to] = [drawPstate(draw, draw.pick([EL1T, EL1H])), drawPstate(draw, draw.pick([EL0T, EL0T, EL1T, EL1H]))];
  const [both, nzcv] = [[draw.bigBits(48), draw.bigBits(48)] as const, draw.bits(4)];
  const [inUse, next] = [stackPointerOf(from), stackPointerOf(to)];
  const before: Processor = {
    pc: draw.bigBits(46) << 2n, pstate: from, nzcv: draw.bits(4), sp: both[inUse],
    SP_EL0: inUse === 0 ? NOTHING : both[0], SP_EL1: inUse === 1 ? NOTHING : both[1],
    SPSR_EL1: (BigInt(nzcv) << 28n) | BigInt(to), ELR_EL1: draw.bigBits(46) << 2n,
  };
  return caseOf(before, undefined, { pc: before.ELR_EL1, pstate: to, nzcv, sp: both[next], SP_EL0: both[0], SP_EL1: both[1] });
}

function processorText({ pc, pstate, nzcv, sp, SP_EL0, SP_EL1 }: Processor): string {
  const other = stackPointerOf(pstate) === 0 ? `SP_EL1 ${hex(SP_EL1)}` : `SP_EL0 ${hex(SP_EL0)}`;
  return `pc ${hex(pc)}, pstate ${pstateText(pstate)}, nzcv ${flagsText(nzcv)}, sp ${hex(sp)}, ${other}`;
}
