// Breakpoints and watchpoints: a register for the address, and one for the conditions (Arm ARM,
// "Debug Breakpoint Control Registers" and its kin). There are as many as ID_AA64DFR0_EL1 claims;
// the last two breakpoints can compare CONTEXTIDR_EL1 as well.

import type { FieldRow, RegisterRow, RegisterTable } from "../register";

const ENABLE: FieldRow = ["0", "E", "Whether it is on", { "0": "off", "1": "on" }];
const SECURITY: readonly FieldRow[] = [
  ["15:14", "SSC", "Security states, of which there is one: 0"],
  ["13", "HMC", "Whether EL2 and EL3, which are not here, count: 0"],
];
const LEVELS = {
  "0b00": "none",
  "0b01": "EL1",
  "0b10": "EL0",
  "0b11": "EL0 and EL1",
} as const;

const breakpointAddress = (n: number): RegisterRow => ({
  title: `Debug Breakpoint Value Register ${n}`,
  purpose: "The address of an instruction, which is not to be executed unnoticed.",
  tells: "debug",
  fields: [
    ["63:49", "RESS", "As bit 48"],
    ["48:2", "VA", "The address, a multiple of 4"],
  ],
});

const breakpointContext = (n: number): RegisterRow => ({
  title: `Debug Breakpoint Value Register ${n}`,
  purpose: "The address of an instruction; or a context, if DBGBCR's BT says so.",
  tells: "debug",
  fields: [
    ["63:49", "RESS", "As bit 48"],
    ["48:32", "VA[48:32]", "The upper part of the address"],
    ["31:0", "ContextID", "CONTEXTIDR_EL1's value; or the lower part of the address"],
  ],
});

const breakpointControl = (n: number): RegisterRow => ({
  title: `Debug Breakpoint Control Register ${n}`,
  purpose: "When the breakpoint is hit: at which exception levels, and in which context.",
  tells: "debug",
  fields: [
    ["23:20", "BT", "What is compared", {
      "0b0000": "the address",
      "0b0001": "the address, and the context of the breakpoint LBN",
      "0b0010": "the context",
      "0b0011": "the context, for those that are linked to it",
    }],
    ["19:16", "LBN", "The number of the breakpoint that compares the context"],
    ...SECURITY,
    ["8:5", "RES1", "BAS: without AArch32 an instruction has four bytes"],
    ["2:1", "PMC", "Exception levels", LEVELS],
    ENABLE,
  ],
});

const watchpointAddress = (n: number): RegisterRow => ({
  title: `Debug Watchpoint Value Register ${n}`,
  purpose: "The address of data, which are not to be accessed unnoticed.",
  tells: "debug",
  fields: [
    ["63:49", "RESS", "As bit 48"],
    ["48:2", "VA", "The address, a multiple of 4; of 8, unless BAS is below 0b10000"],
  ],
});

const watchpointControl = (n: number): RegisterRow => ({
  title: `Debug Watchpoint Control Register ${n}`,
  purpose: "When the watchpoint is hit: by which accesses, to which bytes, at which exception "
    + "levels.",
  tells: "debug",
  fields: [
    ["28:24", "MASK", "How many low bits of the address do not matter: none, or 3 to 31"],
    ["20", "WT", "What is compared", {
      "0": "the address",
      "1": "the address, and the context of the breakpoint LBN",
    }],
    ["19:16", "LBN", "The number of the breakpoint that compares the context"],
    ...SECURITY,
    ["12:5", "BAS", "The bytes that are watched, bit 5 the one at the address"],
    ["4:3", "LSC", "Accesses", {
      "0b01": "loads",
      "0b10": "stores",
      "0b11": "loads and stores",
    }],
    ["2:1", "PAC", "Exception levels", LEVELS],
    ENABLE,
  ],
});

export const BREAKPOINT_REGISTERS = {
  DBGBVR0_EL1: breakpointAddress(0),
  DBGBVR1_EL1: breakpointAddress(1),
  DBGBVR2_EL1: breakpointAddress(2),
  DBGBVR3_EL1: breakpointAddress(3),
  DBGBVR4_EL1: breakpointContext(4),
  DBGBVR5_EL1: breakpointContext(5),
  DBGBCR0_EL1: breakpointControl(0),
  DBGBCR1_EL1: breakpointControl(1),
  DBGBCR2_EL1: breakpointControl(2),
  DBGBCR3_EL1: breakpointControl(3),
  DBGBCR4_EL1: breakpointControl(4),
  DBGBCR5_EL1: breakpointControl(5),
  DBGWVR0_EL1: watchpointAddress(0),
  DBGWVR1_EL1: watchpointAddress(1),
  DBGWVR2_EL1: watchpointAddress(2),
  DBGWVR3_EL1: watchpointAddress(3),
  DBGWCR0_EL1: watchpointControl(0),
  DBGWCR1_EL1: watchpointControl(1),
  DBGWCR2_EL1: watchpointControl(2),
  DBGWCR3_EL1: watchpointControl(3),
} as const satisfies RegisterTable;
