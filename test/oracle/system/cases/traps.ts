// What EL1 may forbid EL0, and what is Undefined wherever it stands: each instruction with random controls.

import type { Random } from "../../words";
import { below, oneIn, pick } from "../../cpu/values";
import { type Case, EL0T, EL1H, EL1T } from "../case";
import { assembled } from "../code";
import { DATA, USER_DATA } from "../place";
import { SAFE_SCTLR, SCTLR_M, SPSR } from "../settings";

const bits = (...numbers: readonly number[]): bigint => numbers.reduce((all, n) => all | (1n << BigInt(n)), 0n);

/** UMA, DZE, UCT, nTWI, nTWE, UCI. */
const SCTLR_CONTROLS = [9, 14, 15, 16, 18, 26] as const;
export const WAIT_FOR_EVENT = "sevl; wfe; wfe at EL0, nTWE 0";
const nTWI = bits(16);
const MAINTENANCE = ["dc zva, x1", "dc civac, x1", "dc cvac, x1", "dc cvau, x1", "ic ivau, x1"];

/** Undefined at EL0, whatever the controls. */
const PRIVILEGED = [
  "dc ivac, x1", "dc isw, xzr", "dc csw, xzr", "dc cisw, xzr", "ic iallu", "ic ialluis", "tlbi vmalle1", "tlbi vae1, x1",
  "tlbi aside1is, x1",
  "tlbi vaale1is, x1", "at s1e1r, x1", "at s1e0w, x1", "msr spsel, #0", "eret", "drps",
  "mrs x0, sctlr_el1", "msr vbar_el1, x1", "mrs x0, currentel", "mrs x0, midr_el1", "mrs x0, id_aa64isar0_el1", "mrs x0, spsel",
  "mrs x0, esr_el1", "mrs x0, S3_0_C4_C2_3", "mrs x0, S3_0_C4_C2_4", "msr tpidrro_el0, x1", "mrs x0, tpidr_el1", "mrs x0, sp_el0",
  "mrs x0, oslsr_el1", "mrs x0, mdscr_el1", "mrs x0, cntkctl_el1", "mrs x0, pmintenset_el1", "msr cntfrq_el0, x1", "msr pmuserenr_el0, x1",
  "mrs x0, clidr_el1", "mrs x0, ccsidr_el1", "mrs x0, csselr_el1", "mrs x0, isr_el1", "mrs x0, par_el1",
];

/** MSR (immediate): op1, op2 of PSTATE's fields, and of none. */
const PSTATE_FIELDS = [[0, 3], [0, 4], [0, 5], [3, 6], [3, 7]] as const;
const msrImmediate = (op1: number, op2: number, imm: number): number => (0xd500_401f | (op1 << 16) | (imm << 8) | (op2 << 5)) >>> 0;

const CONTROLLED = [
  ...MAINTENANCE, "mrs x0, ctr_el0; mov x0, #0", "mrs x0, dczid_el0", "mrs x0, daif", "msr daif, x2", "msr daifset, #15", "msr daifclr, #2", "wfi", "yield",
  // CNTKCTL_EL1; what the counters say is of no interest.
  ...["cntpct_el0", "cntvct_el0"].map((name) => `mrs x0, ${name}; mov x0, #0`),
  "mrs x0, cntfrq_el0",
  ...["cntp_ctl_el0", "cntv_ctl_el0", "cntp_cval_el0", "cntv_cval_el0"].flatMap((name) => [`mrs x0, ${name}`, `msr ${name}, x3; mrs x0, ${name}`]),
  ...["cntp_tval_el0", "cntv_tval_el0"].flatMap((name) => [`mrs x0, ${name}; mov x0, #0`, `msr ${name}, x3`]),
  // PMUSERENR_EL0
  ...["pmcr_el0", "pmcntenset_el0", "pmcntenclr_el0", "pmovsclr_el0", "pmovsset_el0", "pmselr_el0", "pmccntr_el0", "pmccfiltr_el0", "pmuserenr_el0"]
    .map((name) => `mrs x0, ${name}; mov x0, #0`),
  ...["pmcr_el0", "pmcntenset_el0", "pmcntenclr_el0", "pmovsclr_el0", "pmovsset_el0", "pmselr_el0", "pmccntr_el0", "pmswinc_el0"]
    .map((name) => `msr ${name}, xzr`),
  // MDSCR_EL1.TDCC
  "mrs x0, mdccsr_el0",
  "mrs x0, tpidr_el0", "msr tpidr_el0, x2; mrs x0, tpidr_el0", "mrs x0, tpidrro_el0; mov x0, #0", "mrs x0, nzcv", "mrs x0, fpcr",
  "mrs x0, fpsr", "msr fpsr, xzr",
] as const;

const CALLS = ["svc #0x1234", "hlt #3", "brk #0xffff", "udf #7", "dcps1 #1", "dcps2", "dcps3", "smc #1"];

export function trapCases(count: number, random: Random): Case[] {
  return [...Array.from({ length: count }, () => drawCase(random)), ...eventWaits(random)];
}

/** The first WFE takes the event that SEVL has left; the second would wait. */
const eventWaits = (random: Random): Case[] => Array.from({ length: 4 }, () => ({
  title: WAIT_FOR_EVENT,
  words: assembled("sevl; wfe; wfe; svc #1"),
  state: { [SPSR]: EL0T | (BigInt(below(random, 16)) << 28n) },
  settings: { SCTLR_EL1: SAFE_SCTLR },
}));

function drawCase(random: Random): Case {
  const level = oneIn(random, 3) ? 1 : 0;
  const words = drawWords(level, random);
  const isWait = words.title.startsWith("wfi");
  const settings = {
    SCTLR_EL1: SCTLR_CONTROLS.reduce((all, bit) => (oneIn(random, 2) ? all | (1n << BigInt(bit)) : all), SAFE_SCTLR | SCTLR_M),
    CPACR_EL1: BigInt(below(random, 4)) << 20n,
    CNTKCTL_EL1: BigInt(below(random, 1024)) & bits(0, 1, 8, 9),
    PMUSERENR_EL0: BigInt(below(random, 16)),
    MDSCR_EL1: BigInt(below(random, 2)) << 12n,
  };
  const flags = BigInt(below(random, 16)) << 28n;
  const pstate = (level === 0 ? EL0T : pick(random, [EL1H, EL1H, EL1T])) | flags;
  return {
    ...words,
    // What is not trapped must not wait long.
    ...(isWait && !(level === 0 && (settings.SCTLR_EL1 & nTWI) === 0n && oneIn(random, 2)) ? { interrupt: "IRQ" as const } : {}),
    state: { 1: USER_DATA + BigInt(DATA + below(random, 64)), 2: 0x3c0n, 3: 0n, [SPSR]: pstate },
    settings,
  };
}

function drawWords(level: 0 | 1, random: Random): { title: string; words: readonly number[] } {
  if (oneIn(random, 6)) {
    const [op1, op2] = oneIn(random, 3) ? [below(random, 8), below(random, 8)] as const : pick(random, PSTATE_FIELDS);
    const imm = oneIn(random, 2) ? below(random, 2) : below(random, 16);
    const isFlagOperation = op1 === 0 && op2 < 3;
    if (isFlagOperation || ABSENT.some(([a, b]) => a === op1 && b === op2)) return drawWords(level, random);
    // The harness's own SP is that of EL1h.
    return { title: `MSR S0_${op1}_C4_C${imm}_${op2} at EL${level}`, words: [msrImmediate(op1, op2, imm), ...assembled("svc #1")] };
  }
  const source = level === 0 && oneIn(random, 3)
    ? pick(random, [...PRIVILEGED, ...CALLS])
    : oneIn(random, 12) ? pick(random, CALLS) : pick(random, CONTROLLED);
  return { title: `${source} at EL${level}`, words: assembled(`${source}; svc #1`) };
}

/** CFINV, XAFLAG and AXFLAG above; here DIT, SSBS, TCO, SVCR: features that only one of both has. */
const ABSENT = [[3, 1], [3, 2], [3, 3], [3, 4]] as const;
