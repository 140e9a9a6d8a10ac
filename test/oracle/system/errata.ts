// Where QEMU 7.2 is not what the manual says, and where the manual lets each do as it likes. Sections are those of the
// Arm ARM (DDI 0487), by title. Where QEMU can be asked for something that comes to the same, it is: so nothing is left
// out that can be compared.

import { type Case, settingOf, stateOf } from "./case";
import { assembled } from "./code";
import type { ClassName } from "./cases/classes";
import { WAIT_FOR_EVENT } from "./cases/traps";
import type { Sweep } from "./cases/sweep";
import { asHere, FEATURES } from "./features";
import { CODE } from "./place";
import type { Report } from "./report";
import { ELR, SP_EL0, SP_EL1, SPSR } from "./settings";

export interface Erratum {
  readonly classes: readonly ClassName[];
  readonly concerns: (one: Case) => boolean;
  /** What QEMU is asked in its place. */
  readonly ask?: (one: Case) => Case;
  /** What the manual says, if QEMU says `report` (of what it was asked). */
  readonly correct?: (report: Report, one: Case) => Report;
  /** Names that are not compared, if the report is so. */
  readonly spares?: (report: Report) => readonly string[];
  /** What the manual has, where it has it, and what QEMU does. */
  readonly manual: string;
}

const TRAPPED_ACCESS = 0x18n;
const WATCHPOINT = [0x34n, 0x35n];
const LEGAL_MODES = [0n, 4n, 5n];
const isIllegal = (spsr: bigint): boolean => !LEGAL_MODES.includes(spsr & 0x1fn);
const PAN = 1n << 22n;
const STORE_ENDS = [0x24n, 0x25n, ...WATCHPOINT];
const INSTRUCTION_ABORT = [0x20n, 0x21n];
const exceptionClass = (report: Report): bigint => (report.get("ESR_EL1") ?? 0n) >> 26n;
const withField = (report: Report, name: string, value: bigint): Report => new Map([...report, [name, value]]);
const fieldOf = (value: bigint, low: number, width: number): bigint => (value >> BigInt(low)) & ((1n << BigInt(width)) - 1n);

const OP1 = 14;
const OP2 = 17;

/** ESR_EL1 with Op1 and Op2 exchanged. */
function exchanged(report: Report): Report {
  const esr = report.get("ESR_EL1") ?? 0n;
  const [op1, op2] = [fieldOf(esr, OP1, 3), fieldOf(esr, OP2, 3)];
  const rest = esr & ~(0x3fn << BigInt(OP1));
  return withField(report, "ESR_EL1", rest | (op2 << BigInt(OP1)) | (op1 << BigInt(OP2)));
}

export const ERRATA: readonly Erratum[] = [
  {
    classes: ["encodings"],
    concerns: () => true,
    correct: (report, one) => asHere(report, one as Sweep),
    manual: FEATURES.map(({ why }) => why).join("; "),
  },
  {
    classes: ["traps", "interrupts", "debug"],
    concerns: ({ title }) => /MSR S0_3_C4_C\d+_[67]|msr daif(set|clr)/.test(title),
    correct: (report) => (exceptionClass(report) === TRAPPED_ACCESS ? exchanged(report) : report),
    manual: "ESR_EL1, \"ISS encoding for an exception from MSR, MRS, or System instruction execution\": Op2 is bits 19:17, Op1 bits 16:14."
      + " Of MSR DAIFSet and DAIFClr, QEMU exchanges them",
  },
  {
    classes: ["traps"],
    concerns: ({ title, ...one }) => title === "mrs x0, mdccsr_el0 at EL0" && fieldOf(settingOf({ title, ...one }, "MDSCR_EL1"), 12, 1) === 1n,
    correct: (report) => new Map([...report, ["ESR_EL1", 0x6220_c003n]].filter(([name]) => name !== "ELR_EL1") as [string, bigint][]),
    manual: "MDSCR_EL1.TDCC traps EL0's MRS of MDCCSR_EL0, with EC 0x18. QEMU does not trap it",
  },
  {
    classes: ["traps"],
    concerns: ({ title }) => title === WAIT_FOR_EVENT,
    correct: (report) => new Map([...report, ["ESR_EL1", 0x07e0_0001n], ["ELR_EL1", BigInt(CODE + 8)]]),
    manual: "SCTLR_EL1.nTWE: EL0's WFE is trapped, with EC 0x01, if it would wait. QEMU's never does",
  },
  {
    classes: ["exceptions"],
    concerns: ({ title, state }) => title.startsWith("ERET") && isIllegal(state?.[0] ?? 0n) && ((state?.[0] ?? 0n) & PAN) !== 0n,
    correct: (report) => new Map([...report, ...["SPSR_EL1", "PSTATE"].map((name) => [name, (report.get(name) ?? 0n) | PAN] as const)]),
    manual: "SetPSTATEFromPSR(): PAN is \"reinstated regardless of illegal exception return\". QEMU leaves it",
  },
  {
    classes: ["debug"],
    concerns: ({ state }) => state?.[10] === 1n,
    ask: (one) => ({ ...one, state: { ...one.state, 10: 0n }, settings: { ...one.settings, MDSCR_EL1: 0n } }),
    correct: (report) => report,
    manual: "\"Enabling debug exceptions\": while the OS Lock is locked, no debug exceptions are generated but by BRK. QEMU heeds it not for"
      + " software step; it is asked with MDSCR_EL1 zero",
  },
  {
    classes: ["debug"],
    concerns: (one) => one.title.startsWith("dc zva") || hasTwoWatchpoints(one),
    spares: (report) => (WATCHPOINT.includes(exceptionClass(report)) ? ["FAR_EL1"] : []),
    manual: "\"Determining the memory location that caused a Watchpoint exception\": any address from the lowest that was accessed to the"
      + " highest that is watched. Of DC ZVA QEMU gives Xt, and of two watchpoints the first byte's",
  },
  {
    classes: ["debug", "translation"],
    concerns: ({ title }) => /^(st[rp]|st1) /.test(title),
    spares: (report) => (STORE_ENDS.includes(exceptionClass(report)) ? [...report.keys()].filter((name) => name.startsWith("peek")) : []),
    manual: "\"Synchronous Data Aborts\" and \"Watchpoint exceptions\": behind a store that ends so, memory that it would have written and that is not"
      + " to blame is UNKNOWN. QEMU stores 16 bytes as twice 8; we store all or nothing",
  },
  {
    classes: ["exceptions"],
    concerns: hasMisalignedStack,
    ask: (one) => ({ ...one, words: assembled("brk #0") }),
    correct: (report) => withField(report, "ESR_EL1", 0x9a00_0000n),
    manual: "\"SP alignment checking\": an access whose base is SP, while it is not a multiple of 16 and SCTLR_EL1.SA or SA0 is set, ends with EC"
      + " 0x26. QEMU does not check SP; it is asked for a BRK there",
  },
  {
    classes: ["exceptions"],
    concerns: ({ title }) => / to 0x.*[1235679abdef]$/.test(title),
    correct: (report) => (INSTRUCTION_ABORT.includes(exceptionClass(report)) ? withField(report, "ESR_EL1", 0x8a00_0000n) : report),
    manual: "\"Prioritization of Synchronous exceptions taken to AArch64 state\": a PC alignment fault comes before an instruction abort. QEMU"
      + " looks for the translation first",
  },
  {
    classes: ["translation"],
    concerns: ({ misplacedBlock }) => misplacedBlock !== undefined,
    ask: (one) => ({ ...one, pokes: (one.pokes ?? []).map(([address, value]) => [address, address === one.misplacedBlock ? value & ~1n : value]) }),
    manual: "\"VMSAv8-64 translation table level -1, level 0, level 1, and level 2 descriptor formats\": a descriptor that ends in 01 is invalid at"
      + " level 0, and at level 1 with pages of 16 and 64 KiB. QEMU takes it for a block; it is asked for one that ends in 00",
  },
  {
    classes: ["translation"],
    concerns: ({ title }) => /^dc (c|ivac)/.test(title),
    ask: (one) => (one.title.startsWith("dc ivac")
      ? { ...one, words: assembled("strb wzr, [x1]; svc #1"), state: { ...one.state, [SPSR]: (one.state?.[SPSR] ?? 0n) & ~PAN } }
      : { ...one, words: assembled("ldrb wzr, [x1]; svc #1") }),
    correct: maintained,
    manual: "\"A64 Cache maintenance instructions\": those by address are translated, and fault with CM and WnR set; DC IVAC needs the right to"
      + " write, the others at EL0 the right to read. PSTATE.PAN does not count. QEMU does nothing; it is asked for a load or store of a byte",
  },
  {
    classes: ["device-memory"],
    concerns: () => true,
    ask: (one) => ({ ...one, settings: { ...one.settings, SCTLR_EL1: settingOf(one, "SCTLR_EL1") | 2n } }),
    manual: "\"Alignment of data accesses\": an unaligned access to Device memory ends with an alignment fault. QEMU does not look; it is asked with"
      + " SCTLR_EL1.A set",
  },
  {
    classes: ["translation", "flat"],
    concerns: ({ title }) => title.startsWith("at s1e"),
    correct: withShareability,
    manual: "PAR_EL1.SH is 0b10 of Device memory, and of Normal memory that is Non-cacheable, inner and outer. QEMU gives the descriptor's",
  },
];

const CM_WnR = (1n << 8n) | (1n << 6n);
const SVC_1 = 0x5600_0001n;
const EXTERNAL_ABORT = 0x10n;
const DATA_ABORT_EL1 = 0x25n;

/** What a cache operation does, of what a load or a store in its place did. */
function maintained(report: Report, one: Case): Report {
  const withPan = (stateOf(one)[SPSR]! & PAN) === 0n ? report : withField(report, "PSTATE", (report.get("PSTATE") ?? 0n) | PAN);
  const syndrome = report.get("ESR_EL1") ?? 0n;
  if (syndrome === SVC_1) return withPan;
  const isPermission = (syndrome & 0x3cn) === 0x0cn;
  const needsNoRight = syndrome >> 26n === DATA_ABORT_EL1 && !one.title.startsWith("dc ivac");
  // Nor does it arrive anywhere, so nothing answers that nobody is there.
  if ((isPermission && needsNoRight) || (syndrome & 0x3fn) === EXTERNAL_ABORT) {
    return new Map([...withPan, ["ESR_EL1", SVC_1], ["ELR_EL1", stateOf(one)[ELR]! + 8n]]);
  }
  return withField(withPan, "ESR_EL1", syndrome | CM_WnR);
}

const F = 1n;
const SH = 3n << 7n;
const OUTER_SHAREABLE = 2n << 7n;
const NON_CACHEABLE = 0x44n;

function withShareability(report: Report): Report {
  const par = report.get("PAR_EL1") ?? F;
  const attributes = par >> 56n;
  const isShared = attributes < 0x10n || attributes === NON_CACHEABLE;
  if ((par & F) !== 0n || !isShared) return report;
  const corrected = (par & ~SH) | OUTER_SHAREABLE;
  return new Map([...report, ...(report.has("X0") ? [["X0", corrected] as const] : []), ["PAR_EL1", corrected]]);
}

const SA = 3;
const SA0 = 4;

const hasTwoWatchpoints = (one: Case): boolean =>
  (settingOf(one, "DBGWCR0_EL1") & settingOf(one, "DBGWCR1_EL1") & 1n) === 1n;

/** Whether the case's access has SP for a base that is checked, and misaligned. */
function hasMisalignedStack(one: Case): boolean {
  const isAccess = /\[sp/.test(one.title) && !one.title.startsWith("prfm");
  const mode = (one.state?.[SPSR] ?? 0n) & 0xfn;
  const SP = one.state?.[mode === 5n ? SP_EL1 : SP_EL0] ?? 0n;
  const isChecked = fieldOf(settingOf(one, "SCTLR_EL1"), mode === 0n ? SA0 : SA, 1) === 1n;
  return isAccess && isChecked && (SP & 15n) !== 0n;
}

export const errataOf = (name: ClassName, one: Case): readonly Erratum[] =>
  ERRATA.filter((erratum) => (erratum.classes as readonly string[]).includes(name) && erratum.concerns(one));

/** What QEMU is asked in the place of `one`. */
export const askedFor = (name: ClassName, one: Case): Case =>
  errataOf(name, one).reduce((asked, { ask }) => ask?.(asked) ?? asked, one);

/** What the manual says, given that QEMU says `report`. */
export const corrected = (name: ClassName, one: Case, report: Report): Report =>
  errataOf(name, one).reduce((all, { correct }) => correct?.(all, one) ?? all, report);

export const spared = (name: ClassName, one: Case, report: Report): readonly string[] =>
  errataOf(name, one).flatMap(({ spares }) => spares?.(report) ?? []);
