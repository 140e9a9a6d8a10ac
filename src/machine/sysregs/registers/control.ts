// What EL1 switches on and off, and where the CPU begins (Arm ARM, "System Control Register (EL1)",
// "Architectural Feature Access Control Register"). The bits of a feature that this machine has not
// are RES0 or RES1, as the manual says for each.

import type { RegisterTable } from "../register";

const TRAP = { "0": "trapped to EL1", "1": "allowed" } as const;
const CHECK = { "0": "not checked", "1": "checked" } as const;

/**
 * The manual fixes M, C and I, and leaves the rest UNKNOWN. Software that was made on QEMU finds
 * here what it finds there: SA, SA0, nTWI, nTWE and SPAN are set, so nothing unasked for happens.
 */
const SCTLR_RESET = 0x30d5_0998n;

export const CONTROL_REGISTERS = {
  SCTLR_EL1: {
    title: "System Control Register (EL1)",
    purpose: "The main switches: translation, alignment checks, and what EL0 may do for itself.",
    reset: SCTLR_RESET,
    tells: "translation",
    fields: [
      ["29", "RES1", "LSMAOE, for AArch32's load and store multiple"],
      ["28", "RES1", "nTLSMD, for AArch32's load and store multiple"],
      ["26", "UCI", "EL0's DC CVAU, DC CIVAC, DC CVAC and IC IVAU", TRAP],
      ["23", "SPAN", "PSTATE.PAN when an exception is taken to EL1", {
        "0": "is set",
        "1": "stays as it is",
      }],
      ["22", "RES1", "EIS: exceptions synchronize the context"],
      ["20", "RES1", "TSCXT, for contexts that have numbers"],
      ["19", "WXN", "Memory that can be written", {
        "0": "can be executed, if its page says so",
        "1": "is never executed",
      }],
      ["18", "nTWE", "WFE at EL0, if it would wait", TRAP],
      ["16", "nTWI", "WFI at EL0, if it would wait", TRAP],
      ["15", "UCT", "EL0's reading of CTR_EL0", TRAP],
      ["14", "DZE", "DC ZVA at EL0", TRAP],
      ["12", "I", "Instructions are cached", { "0": "no", "1": "yes" }],
      ["11", "RES1", "EOS: exception returns synchronize the context"],
      ["9", "UMA", "EL0's reading and writing of DAIF", TRAP],
      ["8", "RES1", "SED, for AArch32's SETEND"],
      ["7", "RES1", "ITD, for AArch32's IT"],
      ["4", "SA0", "Whether SP is a multiple of 16 where EL0 accesses memory by it", CHECK],
      ["3", "SA", "Whether SP is a multiple of 16 where EL1 accesses memory by it", CHECK],
      ["2", "C", "Data are cached", {
        "0": "no",
        "1": "as their page says",
      }],
      ["1", "A", "Whether loads and stores are aligned to what they access", CHECK],
      ["0", "M", "Addresses of EL0 and EL1", {
        "0": "are physical",
        "1": "are translated: the MMU is on",
      }],
    ],
  },
  ACTLR_EL1: {
    title: "Auxiliary Control Register (EL1)",
    purpose: "For switches of a maker's own; here is none.",
    fields: [],
  },
  CPACR_EL1: {
    title: "Architectural Feature Access Control Register",
    purpose: "Says whether floating-point and vector instructions may be used. An operating system "
      + "that saves V0 to V31 only for programs that use them has the first use trapped.",
    tells: "levels",
    fields: [
      ["21:20", "FPEN", "Floating point and vectors", {
        "0b00": "trapped at EL0 and EL1",
        "0b01": "trapped at EL0",
        "0b10": "trapped at EL0 and EL1",
        "0b11": "allowed",
      }],
    ],
  },
  RVBAR_EL1: {
    title: "Reset Vector Base Address Register (if EL2 and EL3 not implemented)",
    purpose: "Where the CPU begins: the board's flash.",
    fields: [["63:0", "ResetAddress", "The address of the first instruction"]],
  },
} as const satisfies RegisterTable;
