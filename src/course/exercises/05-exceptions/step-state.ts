import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { stepState as ours } from "../../../machine/exceptions/software-step";
import { hex, pstateText } from "../03-system-registers/notation";
import { drawPstate } from "../03-system-registers/pstates";
import type { Case, Trial } from "../exercise";

type StepState = ExceptionParts["stepState"];
type State = ReturnType<StepState>;

const SS = 1 << 0;
const KDE = 1 << 13;
const MDE = 1 << 15;
/** OSLSR_EL1.OSLM is 0b10, always; OSLK is bit 1. */
const UNLOCKED = 0b1000;
const LOCKED = 0b1010;

const caseOf = ([why, pstate, mdscr, oslsr, want]: readonly [string, number, number, number, State]): Case<StepState> =>
  ({ args: [pstate, { mdscr, oslsr }], want, why });

/** Arm ARM, "Software Step exceptions"; the first two are how QEMU 7.2 steps, too. */
const AT_EL0 = [
  // what                                  PSTATE     MDSCR_EL1    OSLSR_EL1  state
  ["a debugger has returned to it",        0x20_0000, SS,          UNLOCKED,  "active, not pending"],
  ["it has executed its instruction",      0x00_0000, SS,          UNLOCKED,  "active, pending"],
  ["nobody steps",                         0x20_0000, 0,           UNLOCKED,  "inactive"],
  ["breakpoints are not steps",            0x20_0000, MDE,         UNLOCKED,  "inactive"],
  ["KDE alone is not, either",             0x20_0000, KDE,         UNLOCKED,  "inactive"],
  ["the OS lock is set",                   0x20_0000, SS,          LOCKED,    "inactive"],
  ["the OS lock is set, with KDE",         0x00_0000, SS | KDE,    LOCKED,    "inactive"],
  ["D masks nothing at EL0",               0x20_03c0, SS,          UNLOCKED,  "active, not pending"],
  ["D masks nothing at EL0: done",         0x00_0200, SS,          UNLOCKED,  "active, pending"],
] as const;

/** Arm ARM, "AArch64.GenerateDebugExceptionsFrom". */
const AT_EL1 = [
  ["a kernel, which nobody debugs",        0x20_01c5, SS,          UNLOCKED,  "inactive"],
  ["a kernel that is debugged",            0x20_01c5, SS | KDE,    UNLOCKED,  "active, not pending"],
  ["it has executed its instruction",      0x00_01c5, SS | KDE,    UNLOCKED,  "active, pending"],
  ["but not while D is set",               0x20_03c5, SS | KDE,    UNLOCKED,  "inactive"],
  ["nor without SS",                       0x00_01c5, KDE,         UNLOCKED,  "inactive"],
  ["on SP_EL0",                            0x20_0004, SS | KDE,    UNLOCKED,  "active, not pending"],
  ["on SP_EL0, nobody debugs",             0x20_0004, SS,          UNLOCKED,  "inactive"],
  ["the OS lock is set",                   0x20_0005, SS | KDE,    LOCKED,    "inactive"],
] as const;

export const stepState: Trial<StepState> = {
  show: {
    call: (pstate, { mdscr, oslsr }) => `stepState(${pstateText(pstate)}, { mdscr: ${hex(mdscr)}, oslsr: ${hex(oslsr)} })`,
    answer: (answer) => answer,
  },
  properties: [
    { title: "steps a program", cases: () => AT_EL0.map(caseOf) },
    { title: "steps a kernel, if it asks for it", cases: () => AT_EL1.map(caseOf) },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(300, (): Case<StepState> => {
        const mdscr = (draw.bits(1) << 15) | (draw.bits(1) << 13) | (draw.pick([0, 1, 1, 1]) << 0);
        const args = [drawPstate(draw) | (draw.bits(2) << 20), { mdscr, oslsr: draw.pick([UNLOCKED, UNLOCKED, LOCKED]) }] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
