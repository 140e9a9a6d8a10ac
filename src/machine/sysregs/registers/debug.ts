// Debugging by the machine's own software (Arm ARM, "AArch64 Self-hosted Debug", "Debug
// registers").
//
// 1. What an outside debugger would decide is EL1's to change only while it holds the OS Lock: so
//    it is saved before the power is cut, and restored behind that.

import type { RegisterTable } from "../register";
import type { SystemView } from "../view";
import { BREAKPOINT_REGISTERS } from "./breakpoints";
import { CHANNEL_REGISTERS, EMPTY_FULL, OFF_ON } from "./debug-channel";

const OSLK = 1n << 1n;
/** MDSCR_EL1's RXfull, TXfull, RXO, TXU, INTdis, TDA, HDE, ERR. */
const OF_THE_DEBUGGER = 0x6ce0_4040n;
const CLAIM_TAGS = 0xffn;

const isLocked = (view: SystemView): boolean => (view.stored("OSLSR_EL1") & OSLK) !== 0n;

function control(view: SystemView, value: bigint): void {
  const kept = isLocked(view) ? 0n : OF_THE_DEBUGGER;
  view.store("MDSCR_EL1", (value & ~kept) | (view.stored("MDSCR_EL1") & kept));
}

/** The OS Lock is written in one register, and read in another. */
const lock = (view: SystemView, value: bigint): void => {
  view.store("OSLSR_EL1", (view.stored("OSLSR_EL1") & ~OSLK) | (value << 1n));
};

const TRAP = { "0": "allowed", "1": "trapped to EL1" } as const;
const LOCK = { "0": "unlocked", "1": "locked: no debug exceptions" } as const;

const LOCK_REGISTERS = {
  OSLAR_EL1: {
    title: "OS Lock Access Register",
    purpose: "Takes the OS Lock, or gives it back. A CPU wakes up with it taken.",
    tells: "debug",
    fields: [["0", "OSLK", "The OS Lock", LOCK]],
    write: lock,
  },
  OSLSR_EL1: {
    title: "OS Lock Status Register",
    purpose: "Whether the OS Lock is taken.",
    reset: 0b1010n,
    fields: [
      ["3", "OSLM[1]", "Whether there is an OS Lock: with bit 0, 0b10", { "0": "no", "1": "yes" }],
      ["2", "nTT", "Whether OSLAR_EL1 must be written 64 bits at a time: no"],
      ["1", "OSLK", "The OS Lock", LOCK],
      ["0", "OSLM[0]", "See OSLM[1]"],
    ],
  },
  OSDLR_EL1: {
    title: "OS Double Lock Register",
    purpose: "Locks out debuggers altogether before the power is cut.",
    tells: "debug",
    fields: [["0", "DLK", "The OS Double Lock, if DBGPRCR_EL1.CORENPDRQ is 0", LOCK]],
  },
  DBGPRCR_EL1: {
    title: "Debug Power Control Register",
    purpose: "Asks that the power be not really cut.",
    tells: "debug",
    fields: [["0", "CORENPDRQ", "When the power should be cut", {
      "0": "it is cut",
      "1": "it is only made believe",
    }]],
  },
  OSECCR_EL1: {
    title: "OS Lock Exception Catch Control Register",
    purpose: "The exceptions that would stop the CPU for the debugger, to be saved and restored; "
      + "zero unless the OS Lock is taken.",
    fields: [["31:0", "EDECCR", "The debugger's EDECCR"]],
    read: (view) => (isLocked(view) ? view.stored("OSECCR_EL1") : 0n),
    write: (view, value) => { if (isLocked(view)) view.store("OSECCR_EL1", value); },
  },
} as const satisfies RegisterTable;

const MONITOR_REGISTERS = {
  MDSCR_EL1: {
    title: "Monitor Debug System Control Register",
    purpose: "Switches breakpoints, watchpoints and software step on.",
    tells: "debug",
    fields: [
      ["30", "RXfull", "What the debugger sends", EMPTY_FULL],
      ["29", "TXfull", "What is sent to the debugger", EMPTY_FULL],
      ["27", "RXO", "The debugger has sent too much"],
      ["26", "TXU", "The debugger has read too much"],
      ["23:22", "INTdis", "Interrupts that the debugger keeps away"],
      ["21", "TDA", "Accesses to debug registers stop the CPU for the debugger", OFF_ON],
      ["15", "MDE", "Breakpoints and watchpoints", OFF_ON],
      ["14", "HDE", "Breakpoints stop the CPU for the debugger", OFF_ON],
      ["13", "KDE", "Debug exceptions at EL1 itself, unless PSTATE.D masks them", OFF_ON],
      ["12", "TDCC", "EL0's use of the channel to the debugger", TRAP],
      ["6", "ERR", "The channel has lost a word"],
      ["0", "SS", "Software step", OFF_ON],
    ],
    write: control,
  },
  DBGCLAIMSET_EL1: {
    title: "Debug CLAIM Tag Set register",
    purpose: "Eight bits that mean what debuggers agree on. Ones that are written are set. It "
      + "reads as the bits that there are.",
    fields: [["7:0", "CLAIM", "The bits"]],
    read: () => CLAIM_TAGS,
    write: (view, ones) => {
      view.store("DBGCLAIMSET_EL1", view.stored("DBGCLAIMSET_EL1") | ones);
    },
  },
  DBGCLAIMCLR_EL1: {
    title: "Debug CLAIM Tag Clear register",
    purpose: "The bits of DBGCLAIMSET_EL1 as they are. Ones that are written are cleared.",
    fields: [["7:0", "CLAIM", "The bits"]],
    read: (view) => view.stored("DBGCLAIMSET_EL1"),
    write: (view, ones) => {
      view.store("DBGCLAIMSET_EL1", view.stored("DBGCLAIMSET_EL1") & ~ones);
    },
  },
  DBGAUTHSTATUS_EL1: {
    title: "Debug Authentication Status register",
    purpose: "What a debugger outside may do; here, nothing.",
    reset: 0b1010n,
    fields: [
      ["7:6", "SNID", "To watch secure state", { "0b00": "there is none" }],
      ["5:4", "SID", "To stop secure state", { "0b00": "there is none" }],
      ["3:2", "NSNID", "To watch non-secure state", { "0b10": "no", "0b11": "yes" }],
      ["1:0", "NSID", "To stop non-secure state", { "0b10": "no", "0b11": "yes" }],
    ],
  },
  MDRAR_EL1: {
    title: "Monitor Debug ROM Address Register",
    purpose: "Where a table of the debug components begins; there is none.",
    fields: [
      ["47:12", "ROMADDR", "Its address, but for the last 12 bits"],
      ["1:0", "Valid", "Whether there is one", { "0b00": "no", "0b11": "yes" }],
    ],
  },
} as const satisfies RegisterTable;

export const DEBUG_REGISTERS = {
  ...MONITOR_REGISTERS,
  ...BREAKPOINT_REGISTERS,
  ...LOCK_REGISTERS,
  ...CHANNEL_REGISTERS,
} as const satisfies RegisterTable;
