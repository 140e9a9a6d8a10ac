// PSTATE's fields as registers, and what else an instruction works with besides X and V (Arm ARM,
// "Process state, PSTATE", "Floating-point Control Register", "Floating-point Status Register"). A
// view of PSTATE shows its field where SPSR_EL1 has it, and nothing else.

import { FPCR, FPSR, NZCV, SP_BANK } from "../../cpu/layout";
import { DAIF, NZCV_SHIFT, PAN, type Pstate, SP_ELX, UAO } from "../pstate";
import type { RegisterRow, RegisterTable } from "../register";
import type { SystemView } from "../view";

type Storage = Required<Pick<RegisterRow, "read" | "write">>;

/** A register that shows, and changes, the bits of PSTATE in `mask`. */
const pstateBits = (mask: Pstate): Storage => ({
  read: (view) => BigInt(view.pstate & mask),
  write: (view, value) => { view.pstate = (view.pstate & ~mask) | Number(value); },
});

/** A register that is one of the CPU's own numbers, `shift` bits further up. */
const scalar = (index: number, shift = 0): Storage => ({
  read: ({ state }) => state.scalars[index]! << BigInt(shift),
  write: ({ state }, value) => { state.scalars[index] = value >> BigInt(shift); },
});

const EL = 0b1100;
const currentLevel = (view: SystemView): bigint => BigInt(view.pstate & EL);

const ALWAYS = { read: "always", write: "always" } as const;

export const PROCESS_STATE_REGISTERS = {
  CurrentEL: {
    title: "Current Exception Level",
    purpose: "Says at which exception level the CPU is. EL0 is not to know.",
    fields: [
      ["3:2", "EL", "The exception level", {
        "0b00": "EL0",
        "0b01": "EL1",
        "0b10": "EL2",
        "0b11": "EL3",
      }],
    ],
    read: currentLevel,
  },
  SPSel: {
    title: "Stack Pointer Select",
    purpose: "Says which stack pointer EL1 uses as SP.",
    fields: [["0", "SP", "The stack pointer", { "0": "SP_EL0", "1": "SP_EL1, its own" }]],
    ...pstateBits(SP_ELX),
  },
  DAIF: {
    title: "Interrupt Mask Bits",
    purpose: "Says which exceptions must wait. A masked one stays pending.",
    el0: { read: [["SCTLR_EL1", "UMA", 1]], write: [["SCTLR_EL1", "UMA", 1]] },
    fields: [
      ["9", "D", "Debug exceptions: watchpoint, breakpoint, software step", {
        "0": "taken",
        "1": "masked",
      }],
      ["8", "A", "SError interrupts: errors that come too late for their instruction", {
        "0": "taken",
        "1": "masked",
      }],
      ["7", "I", "IRQ: interrupts", { "0": "taken", "1": "masked" }],
      ["6", "F", "FIQ: fast interrupts", { "0": "taken", "1": "masked" }],
    ],
    ...pstateBits(DAIF),
  },
  NZCV: {
    title: "Condition Flags",
    purpose: "What the last comparison found.",
    el0: ALWAYS,
    fields: [
      ["31", "N", "Negative: bit 63, or 31, of the result"],
      ["30", "Z", "Zero: the result is"],
      ["29", "C", "Carry, or no borrow, as unsigned numbers"],
      ["28", "V", "Overflow, as signed numbers"],
    ],
    ...scalar(NZCV, NZCV_SHIFT),
  },
  PAN: {
    title: "Privileged Access Never",
    purpose: "Keeps EL1 from loading and storing, by mistake or misled, where EL0 can.",
    fields: [
      ["22", "PAN", "Data accesses of EL1's to what EL0 can access", {
        "0": "as the page's permissions say",
        "1": "permission fault",
      }],
    ],
    ...pstateBits(PAN),
  },
  UAO: {
    title: "User Access Override",
    purpose: "Lets the same code of EL1's copy to and from a program, or the kernel itself.",
    fields: [
      ["23", "UAO", "What LDTR and STTR do at EL1", {
        "0": "access memory with EL0's rights",
        "1": "access memory as LDR and STR do",
      }],
    ],
    ...pstateBits(UAO),
  },
  SP_EL0: {
    title: "Stack Pointer (EL0)",
    purpose: "EL0's stack pointer, for EL1 to save and to set. While EL1 has borrowed it as SP, "
      + "this name is Undefined.",
    fields: [["63:0", "SP", "The address"]],
    read: ({ state }) => state.levels[SP_BANK]!,
    write: ({ state }, value) => { state.levels[SP_BANK] = value; },
  },
  FPCR: {
    title: "Floating-point Control Register",
    purpose: "Says how floating-point instructions round, and what they do with the smallest "
      + "numbers and with NaNs.",
    el0: ALWAYS,
    isFp: true,
    fields: [
      ["26", "AHP", "The format of half-precision numbers, in conversions", {
        "0": "IEEE 754's",
        "1": "Arm's own, without infinities and NaNs",
      }],
      ["25", "DN", "What an operation on NaNs gives", {
        "0": "one of them",
        "1": "the default NaN",
      }],
      ["24", "FZ", "Denormal numbers, in single and double precision", {
        "0": "are computed with",
        "1": "count as zero",
      }],
      ["23:22", "RMode", "Where results are rounded to", {
        "0b00": "the nearest, ties to even",
        "0b01": "plus infinity",
        "0b10": "minus infinity",
        "0b11": "zero",
      }],
      ["19", "FZ16", "Denormal numbers, in half precision", {
        "0": "are computed with",
        "1": "count as zero",
      }],
    ],
    ...scalar(FPCR),
  },
  FPSR: {
    title: "Floating-point Status Register",
    purpose: "What floating-point instructions have met since it was cleared. The bits stay set.",
    el0: ALWAYS,
    isFp: true,
    fields: [
      ["27", "QC", "An integer of a vector was saturated"],
      ["7", "IDC", "A denormal input counted as zero"],
      ["4", "IXC", "A result was inexact"],
      ["3", "UFC", "A result was too small"],
      ["2", "OFC", "A result was too large"],
      ["1", "DZC", "A number was divided by zero"],
      ["0", "IOC", "An operation had no meaning, as 0 times infinity"],
    ],
    ...scalar(FPSR),
  },
} as const satisfies RegisterTable;
