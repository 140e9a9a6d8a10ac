// The system registers that the harness sets before each case, so that every case stands alone; and what it reports
// behind each. Both the harness's source and the records that it reads are made from these lists.

import type { SystemRegisterName } from "../../../src/machine/decoder/tables/system-registers";

/** RES1 in Armv8.0, and SPAN: exceptions leave PSTATE.PAN alone. The MMU is off. */
export const SAFE_SCTLR = 0x30d0_0800n;
export const SCTLR_M = 1n;
/** 4 KiB pages and 39 bits in both halves. */
export const SAFE_TCR = 0x8019_0019n;
/** Attr0 is Normal, write-back. The harness's own mappings have no other. */
export const SAFE_MAIR = 0xffn;

/** Set after the switch to the case's half of the addresses. */
export const TRANSLATION_SETTINGS = ["TTBR0_EL1", "TTBR1_EL1", "TCR_EL1", "MAIR_EL1", "SCTLR_EL1"] as const;

/** Two breakpoints, one that knows CONTEXTIDR_EL1, two watchpoints. */
const DEBUG_SETTINGS = [
  "DBGBVR0_EL1", "DBGBCR0_EL1", "DBGBVR1_EL1", "DBGBCR1_EL1", "DBGBVR5_EL1", "DBGBCR5_EL1",
  "DBGWVR0_EL1", "DBGWCR0_EL1", "DBGWVR1_EL1", "DBGWCR1_EL1",
] as const;

/** Set as they stand here, with the MMU off. VBAR_EL1's default is the harness's to say. */
export const SETTINGS: readonly SystemRegisterName[] = [
  "VBAR_EL1", "CPACR_EL1", "CNTKCTL_EL1", "PMUSERENR_EL0", "CONTEXTIDR_EL1", "MDSCR_EL1", "CSSELR_EL1", "TPIDR_EL0",
  "CNTV_CTL_EL0", "CNTV_CVAL_EL0", "CNTP_CTL_EL0", "CNTP_CVAL_EL0", ...DEBUG_SETTINGS,
];

/** The rest of what a case begins with and ends with, in the order of the record. X0 to X30 are the first. */
export const SP_EL0 = 31;
export const SP_EL1 = 32;
export const VECTOR = 33;
export const ESR = 34;
export const FAR = 35;
export const ELR = 36;
export const SPSR = 37;
export const PAR = 38;
export const PSTATE = 39;
export const ISR = 40;
export const STATE_SIZE = 41;

const NAMES = ["SP_EL0", "SP_EL1", "vector", "ESR_EL1", "FAR_EL1", "ELR_EL1", "SPSR_EL1", "PAR_EL1", "PSTATE", "ISR_EL1"] as const;
export const nameOf = (index: number): string => (index < SP_EL0 ? `X${index}` : NAMES[index - SP_EL0] ?? `peek ${index}`);
