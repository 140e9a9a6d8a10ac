// System registers: what they read after they were written, one register and one value a case. The bits that are
// compared are those that both machines have: RES0 bits, which QEMU often stores, and fields of features that only one
// of them has are left out (Arm ARM, "AArch64 System register descriptions").

import type { SystemRegisterName } from "../../../../src/machine/decoder/tables/system-registers";
import type { Random } from "../../words";
import { random64 } from "../../cpu/values";
import { type Case, EL0T } from "../case";
import { assembled } from "../code";
import { SPSR } from "../settings";

const ALL = (1n << 64n) - 1n;
const bits = (...numbers: readonly number[]): bigint => numbers.reduce((all, n) => all | (1n << BigInt(n)), 0n);

type Row = readonly [name: SystemRegisterName, bits: bigint];

const STORED: readonly Row[] = [
  ["SCTLR_EL1",        bits(1, 2, 3, 4, 9, 12, 14, 15, 16, 18, 19, 23, 26)], // not M, EE, E0E
  ["CPACR_EL1",        bits(20, 21)],
  ["TTBR0_EL1",        ALL - 1n], // not CnP
  ["TTBR1_EL1",        ALL - 1n],
  ["TCR_EL1",          0x77_ffff_ffbfn], // not HA and what is above it
  ["MAIR_EL1",         ALL],
  ["CONTEXTIDR_EL1",   0xffff_ffffn],
  ["VBAR_EL1",         ALL - 0x7ffn],
  ["ESR_EL1",          0xffff_ffffn],
  ["FAR_EL1",          ALL],
  ["ELR_EL1",          ALL],
  ["SPSR_EL1",         bits(31, 30, 29, 28, 23, 22, 21, 20, 9, 8, 7, 6, 4, 3, 2, 1, 0)],
  ["SP_EL0",           ALL],
  ["TPIDR_EL0",        ALL],
  ["TPIDRRO_EL0",      ALL],
  ["TPIDR_EL1",        ALL],
  ["CNTKCTL_EL1",      0x3ffn],
  ["CNTP_CVAL_EL0",    ALL],
  ["CNTV_CVAL_EL0",    ALL],
  ["CSSELR_EL1",       0b1111n],
  ["PMUSERENR_EL0",    0b1111n],
  ["PMSELR_EL0",       0b1_1111n],
  ["PMCCNTR_EL0",      ALL],
  ["PMCCFILTR_EL0",    bits(31, 30)],
  ["MDSCR_EL1",        bits(0, 12, 13, 15)],
  ["MDCCINT_EL1",      bits(29, 30)],
  ["DBGBVR0_EL1",      0xffff_ffff_fffcn], // above it, copies of bit 48
  ["DBGBVR5_EL1",      0xffff_ffff_fffcn],
  ["DBGBCR0_EL1",      bits(0, 1, 2, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)], // BAS is AArch32's
  ["DBGBCR5_EL1",      bits(0, 1, 2, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23)],
  ["DBGWVR0_EL1",      0xffff_ffff_fffcn],
  ["DBGWVR3_EL1",      0xffff_ffff_fffcn],
  ["DBGWCR0_EL1",      0x1f1f_ffffn],
  ["DBGWCR3_EL1",      0x1f1f_ffffn],
  ["FPCR",             0x07c8_0000n],
  ["FPSR",             0x0800_009fn],
  ["NZCV",             0xf000_0000n],
  ["DAIF",             0x3c0n],
  ["PAN",              bits(22)],
  ["UAO",              bits(23)],
];

const EL0: readonly SystemRegisterName[] = ["TPIDR_EL0", "FPCR", "FPSR", "NZCV"];

/** X0 what is written and what is read, X2 the bits; X9 is written back, so that the harness goes on. */
function writeAndRead(name: SystemRegisterName, level: 0 | 1): readonly number[] {
  const spelled = name === "PAN" ? "S3_0_C4_C2_3" : name === "UAO" ? "S3_0_C4_C2_4" : name;
  const restores = level === 1 ? `msr ${spelled}, x9` : "nop";
  return assembled(`mrs x9, ${spelled}; msr ${spelled}, x0; isb; mrs x0, ${spelled}; and x0, x0, x2; ${restores}; isb; mov x9, #0; svc #1`);
}

/** Several registers that are one, counters that are disabled, and what is computed. X0 and X3 are what is compared. */
const RELATED: readonly string[] = [
  "mov x0, #1; msr oslar_el1, x0; isb; mrs x0, oslsr_el1; msr oslar_el1, xzr; isb; mrs x3, oslsr_el1",
  "mrs x0, oslsr_el1; mov x3, #3; msr oslar_el1, x3; isb; mrs x3, oslsr_el1",
  "mov x0, #0x80000000; msr pmcntenset_el0, x0; mrs x3, pmcntenclr_el0; msr pmcntenclr_el0, x0; mrs x0, pmcntenset_el0",
  "mov x0, #0x80000000; msr pmintenset_el1, x0; mrs x3, pmintenclr_el1; msr pmintenclr_el1, x0; mrs x0, pmintenset_el1",
  "mov x0, #0x80000000; msr pmovsset_el0, x0; mrs x3, pmovsclr_el0; msr pmovsclr_el0, x0; mrs x0, pmovsset_el0",
  "mov x0, #31; msr pmselr_el0, x0; isb; mov x0, #0xc0000000; msr pmxevtyper_el0, x0; isb; mrs x0, pmccfiltr_el0; msr pmccfiltr_el0, xzr; mrs x3, pmxevtyper_el0",
  "mov x0, #31; msr pmselr_el0, x0; isb; mov x0, #1234; msr pmxevcntr_el0, x0; mov x0, #0; mov x3, #0",
  "mov x0, #77; msr pmccntr_el0, x0; mov x3, #4; msr pmcr_el0, x3; isb; mrs x0, pmccntr_el0; mov x3, #0",
  "mrs x0, pmcr_el0; and x0, x0, #0x3f; mov x3, #0x6; msr pmcr_el0, x3; mrs x3, pmcr_el0; and x3, x3, #0x3f",
  // ENABLE, IMASK, ISTATUS.
  "msr cntv_cval_el0, xzr; mov x0, #1; msr cntv_ctl_el0, x0; isb; mrs x0, cntv_ctl_el0; mov x3, #3; msr cntv_ctl_el0, x3; isb; mrs x3, cntv_ctl_el0",
  "msr cntp_cval_el0, xzr; mov x0, #1; msr cntp_ctl_el0, x0; isb; mrs x0, cntp_ctl_el0; mov x3, #3; msr cntp_ctl_el0, x3; isb; mrs x3, cntp_ctl_el0",
  "mov x0, #-1; msr cntv_cval_el0, x0; mov x0, #7; msr cntv_ctl_el0, x0; isb; mrs x0, cntv_ctl_el0; mov x3, #0",
  "mov x0, #-1; msr cntp_cval_el0, x0; mov x0, #1; msr cntp_ctl_el0, x0; isb; mrs x0, cntp_ctl_el0; mov x3, #0",
  // TVAL is CVAL less the count, 32 bits of it; written, it is signed. A little time passes.
  ...["cntv", "cntp"].flatMap((timer) => ["#0x7fff0000", "#0xffffffff80000000", "#0x100000000", "#-1", "#0x40000000"].map((value) =>
    `mov x0, ${value}; msr ${timer}_tval_el0, x0; mrs x3, ${timer}ct_el0; isb; mrs x0, ${timer}_cval_el0; sub x0, x0, x3;` +
    " mov x3, #0x8000000; add x0, x0, x3; asr x0, x0, #28; mov x3, #0")),
  ...["cntv", "cntp"].map((timer) =>
    `mrs x0, ${timer}ct_el0; mov x3, #0x4000000000; add x0, x0, x3; mov x3, #0x10000000; add x0, x0, x3; msr ${timer}_cval_el0, x0; isb; mrs x0, ${timer}_tval_el0; mov x3, #0x8000000;` +
    " add x0, x0, x3; asr x0, x0, #28; mov x3, #0"),
  "mrs x0, cntfrq_el0; mrs x3, cntvct_el0; mrs x4, cntpct_el0; sub x3, x4, x3; lsr x3, x3, #32; mov x4, #0",
  "mrs x0, dczid_el0; mov x3, #0",
  "mrs x0, mpidr_el1; mrs x3, revidr_el1",
  "mrs x0, currentel; mrs x3, spsel",
  "msr spsel, #0; mrs x0, spsel; mov x3, sp; msr spsel, #1",
  "mov x0, sp; msr sp_el0, x0; mrs x3, sp_el0; msr spsel, #0; mov x0, sp; msr spsel, #1",
  "mov x0, #0; msr spsel, x0; mov x3, sp; mov sp, x0; mov x0, #1; msr spsel, x0; mrs x0, sp_el0",
  "mrs x0, mdccsr_el0; mrs x3, isr_el1",
  "mrs x0, mdrar_el1; mov x3, #0",
];

/** Of the ID registers' space, what no register has yet, and registers that say nothing (Arm ARM, table of op0 = 3, CRn = 0). */
const RESERVED: readonly string[] = [
  ...[[3, 3], [3, 7], [4, 2], [4, 3], [4, 6], [4, 7], [5, 2], [5, 3], [5, 4], [5, 5], [5, 6], [5, 7], [6, 2], [6, 3], [6, 4], [6, 5],
    [6, 6], [6, 7], [7, 3], [7, 4], [7, 5], [7, 6], [7, 7]].map(([CRm, op2]) => `S3_0_C0_C${CRm}_${op2}`),
];

export function registerCases(random: Random): Case[] {
  const values = (mask: bigint): bigint[] => [0n, mask, ...Array.from({ length: 4 }, () => random64(random) & mask)];
  const rows = (level: 0 | 1): Case[] => STORED.filter(([name]) => level === 1 || EL0.includes(name)).flatMap(([name, mask]) =>
    values(mask).map((value) => ({
      title: `${name} = 0x${value.toString(16)} at EL${level}`,
      words: writeAndRead(name, level),
      state: { 0: value, 2: mask, ...(level === 0 ? { [SPSR]: EL0T } : {}) },
    })));
  return [
    ...rows(1), ...rows(0),
    ...RELATED.map((source) => ({ title: source, words: assembled(`${source}; svc #1`) })),
    ...RESERVED.map((name) => ({ title: `${name} is reserved`, words: assembled(`mrs x0, ${name}; svc #1`) })),
  ];
}
