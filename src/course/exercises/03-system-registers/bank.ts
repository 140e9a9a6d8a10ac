import { expect } from "chai";
import { stackPointerOf } from "../../../machine/sysregs/pstate";
import type { Case, Trial } from "../exercise";
import { hex, pstateText } from "./notation";
import { drawPstate } from "./pstates";
import type { Stacks, SystemQuestions } from "./questions";

type SwitchStacks = SystemQuestions["switchStacks"];

/** In the bank, where it is in use: worth nothing. */
const NOTHING = 0xdead_dead_deadn;
const [EL0, EL1T, EL1H] = [0x3c0, 0x3c4, 0x3c5];

/** Stack pointers as QEMU 7.2 has them before and behind. */
const FROM_QEMU: readonly Case<SwitchStacks>[] = [
  caseOf({ sp: 0x4030_1800n, bank: [0x4030_0800n, NOTHING] }, EL1H, EL1T, { sp: 0x4030_0800n, bank: [NOTHING, 0x4030_1800n] }, "msr spsel, #0"),
  caseOf({ sp: 0x4030_0810n, bank: [NOTHING, 0x4030_1800n] }, EL1T, EL1H, { sp: 0x4030_1800n, bank: [0x4030_0810n, NOTHING] }, "msr spsel, #1"),
  caseOf({ sp: 0x4030_17c0n, bank: [0x4030_0800n, NOTHING] }, EL1H, EL0, { sp: 0x4030_0800n, bank: [NOTHING, 0x4030_17c0n] }, "eret to EL0"),
  caseOf({ sp: 0x4030_07f0n, bank: [NOTHING, 0x4030_17c0n] }, EL0, EL1H, { sp: 0x4030_17c0n, bank: [0x4030_07f0n, NOTHING] }, "an exception at EL0"),
];

const THE_SAME: readonly Case<SwitchStacks>[] = [
  caseOf({ sp: 0x1230n, bank: [0x8000n, 0x10n] }, EL1H, 0x5, { sp: 0x1230n, bank: [0x8000n, NOTHING] }, "masks change, the stack does not; SP_EL1 in the bank is old"),
  caseOf({ sp: 0x1230n, bank: [0x10n, 0x9000n] }, EL1T, EL0, { sp: 0x1230n, bank: [NOTHING, 0x9000n] }, "from EL1t to EL0: another level, the same stack"),
  caseOf({ sp: 0x1230n, bank: [0x10n, 0x9000n] }, EL0, EL1T, { sp: 0x1230n, bank: [NOTHING, 0x9000n] }, "and back"),
  caseOf({ sp: 0x1230n, bank: [0x10n, 0x9000n] }, EL0, EL0, { sp: 0x1230n, bank: [NOTHING, 0x9000n] }, "nothing has changed"),
];

export const bank: Trial<SwitchStacks> = {
  show: {
    call: (stacks, from, to) => `switchStacks(${stacksText(stacks, from)}, ${pstateText(from)}, ${pstateText(to)})`,
    answer: (answer, _stacks, _from, to) => stacksText(answer, to),
  },
  properties: [
    { title: "switches as QEMU does", cases: () => FROM_QEMU },
    { title: "leaves the stack alone where it is the same", cases: () => THE_SAME },
    {
      title: "never loses one",
      cases: (draw) => draw.times(200, () => {
        const [from, to] = [drawPstate(draw), drawPstate(draw)];
        const all = [draw.bigBits(48), draw.bigBits(48)] as const;
        const stale = draw.bigBits(48);
        return caseOf(stacksOf(all, from, stale), from, to, stacksOf(all, to, stale));
      }),
    },
  ],
};

/** Both stack pointers as they are where PSTATE is `pstate`. */
function stacksOf(all: readonly [bigint, bigint], pstate: number, stale: bigint): Stacks {
  const inUse = stackPointerOf(pstate);
  return { sp: all[inUse], bank: inUse === 0 ? [stale, all[1]] : [all[0], stale] };
}

function caseOf(before: Stacks, from: number, to: number, want: Stacks, why?: string): Case<SwitchStacks> {
  return {
    args: [before, from, to], want, ...(why === undefined ? {} : { why }),
    accept: (answer) => { expect(whatCounts(answer as Stacks, to)).to.deep.equal(whatCounts(want, to)); },
  };
}

/** The stack pointer in use, and the other one. */
const whatCounts = ({ sp, bank: both }: Stacks, pstate: number): readonly bigint[] => [sp, both[1 - stackPointerOf(pstate)]!];

function stacksText({ sp, bank: [SP_EL0, SP_EL1] }: Stacks, pstate: number): string {
  return stackPointerOf(pstate) === 0
    ? `sp ${hex(sp)}, SP_EL1 ${hex(SP_EL1)}`
    : `sp ${hex(sp)}, SP_EL0 ${hex(SP_EL0)}`;
}
