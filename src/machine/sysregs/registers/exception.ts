// What an exception leaves behind, and where it goes (Arm ARM, "Vector Base Address Register
// (EL1)", "Exception Syndrome Register (EL1)", "Saved Program Status Register (EL1)"). Chapter 5
// writes them when it takes an exception, and reads them when it returns from one.

import type { RegisterTable } from "../register";

const MASK = { "0": "was not masked", "1": "was masked" } as const;
const PENDING = { "0": "is not pending", "1": "is pending" } as const;

export const EXCEPTION_REGISTERS = {
  VBAR_EL1: {
    title: "Vector Base Address Register (EL1)",
    purpose: "Where the handlers of exceptions begin: sixteen of them, each 128 bytes long.",
    fields: [["63:11", "VBA", "The address, but for its last 11 bits, which are 0"]],
  },
  ESR_EL1: {
    title: "Exception Syndrome Register (EL1)",
    purpose: "Why the last exception was taken to EL1.",
    fields: [
      ["31:26", "EC", "The class of exception, which says how to read ISS"],
      ["25", "IL", "The length of the instruction", {
        "0": "16 bits",
        "1": "32 bits, or it does not matter",
      }],
      ["24:0", "ISS", "What there is to know of an exception of this class"],
    ],
  },
  FAR_EL1: {
    title: "Fault Address Register (EL1)",
    purpose: "The virtual address that could not be accessed, if ESR_EL1 tells of an abort, a "
      + "misaligned PC or a watchpoint.",
    fields: [["63:0", "VA", "The address"]],
  },
  ELR_EL1: {
    title: "Exception Link Register (EL1)",
    purpose: "Where ERET goes: the address at which the exception came between.",
    fields: [["63:0", "ReturnAddress", "The address"]],
  },
  SPSR_EL1: {
    title: "Saved Program Status Register (EL1)",
    purpose: "PSTATE as it was when the exception came between, and as ERET makes it again.",
    fields: [
      ["31", "N", "The negative flag"],
      ["30", "Z", "The zero flag"],
      ["29", "C", "The carry flag"],
      ["28", "V", "The overflow flag"],
      ["23", "UAO", "User access override"],
      ["22", "PAN", "Privileged access never"],
      ["21", "SS", "Software step: one instruction is to be executed behind ERET"],
      ["20", "IL", "Illegal state: no instruction may be executed"],
      ["9", "D", "Whether debug exceptions were masked", MASK],
      ["8", "A", "Whether SError interrupts were masked", MASK],
      ["7", "I", "Whether IRQs were masked", MASK],
      ["6", "F", "Whether FIQs were masked", MASK],
      ["4", "M[4]", "Execution state", {
        "0": "AArch64",
        "1": "AArch32, which ERET finds illegal",
      }],
      ["3:0", "M[3:0]", "Exception level and stack pointer", {
        "0b0000": "EL0t: EL0",
        "0b0100": "EL1t: EL1 with SP_EL0",
        "0b0101": "EL1h: EL1 with SP_EL1",
      }],
    ],
  },
  AFSR0_EL1: {
    title: "Auxiliary Fault Status Register 0 (EL1)",
    purpose: "For what a maker adds to ESR_EL1; here is nothing.",
    fields: [],
  },
  AFSR1_EL1: {
    title: "Auxiliary Fault Status Register 1 (EL1)",
    purpose: "For what a maker adds to ESR_EL1; here is nothing.",
    fields: [],
  },
  ISR_EL1: {
    title: "Interrupt Status Register",
    purpose: "Which interrupts are asked for, masked or not.",
    fields: [
      ["8", "A", "SError interrupt", PENDING],
      ["7", "I", "IRQ", PENDING],
      ["6", "F", "FIQ", PENDING],
    ],
    read: ({ interruptStatus = 0 }) => BigInt(interruptStatus),
  },
} as const satisfies RegisterTable;
