// The debug communications channel (Arm ARM, "The Debug Communication Channel and Instruction
// Transfer Register"): a word each way between EL1 and a debugger outside. There is none here, so
// what is sent stays where it is.

import type { Permission, RegisterTable } from "../register";
import type { SystemView } from "../view";

const RX_FULL = 1n << 30n;
const TX_FULL = 1n << 29n;
const LOW_WORD = 0xffff_ffffn;

/** What EL1 sends waits in OSDTRTX_EL1 for the debugger. */
function transmit(view: SystemView, word: bigint): void {
  view.store("OSDTRTX_EL1", word);
  view.store("MDSCR_EL1", view.stored("MDSCR_EL1") | TX_FULL);
}

/** What the debugger sent is in OSDTRRX_EL1, and by reading it there is room for more. */
function receive(view: SystemView): bigint {
  view.store("MDSCR_EL1", view.stored("MDSCR_EL1") & ~RX_FULL);
  return view.stored("OSDTRRX_EL1");
}

const UNLESS_TDCC: Permission = [["MDSCR_EL1", "TDCC", 0]];
export const OFF_ON = { "0": "off", "1": "on" } as const;
export const EMPTY_FULL = { "0": "empty", "1": "full" } as const;

export const CHANNEL_REGISTERS = {
  MDCCSR_EL0: {
    title: "Monitor DCC Status Register",
    purpose: "Whether words wait in the channel to the debugger.",
    el0: { read: UNLESS_TDCC, write: "never" },
    fields: [
      ["30", "RXfull", "What the debugger sends", EMPTY_FULL],
      ["29", "TXfull", "What is sent to the debugger", EMPTY_FULL],
    ],
    read: (view) => view.stored("MDSCR_EL1") & (RX_FULL | TX_FULL),
  },
  DBGDTR_EL0: {
    title: "Debug Data Transfer Register, half-duplex",
    purpose: "Two words of the channel at once.",
    el0: { read: UNLESS_TDCC, write: UNLESS_TDCC },
    fields: [
      ["63:32", "HighWord", "Read: what was last sent; written: as if the debugger had sent it"],
      ["31:0", "LowWord", "Read: what the debugger sent; written: what is sent to it"],
    ],
    read: (view) => (view.stored("OSDTRTX_EL1") << 32n) | receive(view),
    write: (view, value) => {
      view.store("OSDTRRX_EL1", value >> 32n);
      transmit(view, value & LOW_WORD);
    },
  },
  DBGDTRRX_EL0: {
    title: "Debug Data Transfer Register, Receive",
    purpose: "A word from the debugger.",
    el0: { read: UNLESS_TDCC, write: "never" },
    fields: [["31:0", "DTRRX", "The word"]],
    read: receive,
  },
  DBGDTRTX_EL0: {
    title: "Debug Data Transfer Register, Transmit",
    purpose: "A word for the debugger.",
    el0: { read: "never", write: UNLESS_TDCC },
    fields: [["31:0", "DTRTX", "The word"]],
    write: transmit,
  },
  MDCCINT_EL1: {
    title: "Monitor DCC Interrupt Enable Register",
    purpose: "Whether the channel asks for interrupts. Its line leads nowhere on this board.",
    fields: [
      ["30", "RX", "When the debugger has sent a word", OFF_ON],
      ["29", "TX", "When the debugger has read a word", OFF_ON],
    ],
  },
  OSDTRRX_EL1: {
    title: "OS Lock Data Transfer Register, Receive",
    purpose: "DBGDTRRX_EL0 to be saved and restored.",
    fields: [["31:0", "DTRRX", "The word"]],
  },
  OSDTRTX_EL1: {
    title: "OS Lock Data Transfer Register, Transmit",
    purpose: "DBGDTRTX_EL0 to be saved and restored.",
    fields: [["31:0", "DTRTX", "The word"]],
  },
} as const satisfies RegisterTable;
