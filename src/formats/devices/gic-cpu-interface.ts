// The registers of a GICv2's CPU interface (Arm IHI 0048B, "CPU interface register descriptions").
// All are banked: every CPU finds its own at the same address.

import type { DeviceRegisters } from "./register";

const POINT = "The highest bit that does not count when an interrupt asks to preempt";
const SOURCE = "Of an SGI, the CPU that sent it";

export const GICC = {
  GICC_CTLR: {
    offset: 0x00, access: "RW", title: "CPU interface control register",
    fields: [
      ["9", "EOImode", "Whether the end of an interrupt leaves it active, until GICC_DIR"],
      ["4", "CBPR", "Whether GICC_BPR is group 1's binary point too"],
      ["3", "FIQEn", "Whether group 0 is signalled as FIQ"],
      ["2", "AckCtl", "Whether GICC_IAR acknowledges group 1 as well"],
      ["1", "EnableGrp1", "Whether group 1 is signalled"],
      ["0", "EnableGrp0", "Whether group 0 is signalled"],
    ],
  },
  GICC_PMR: {
    offset: 0x04, access: "RW", title: "Interrupt priority mask register",
    fields: [["7:0", "Priority", "Only what is more urgent than this is signalled"]],
  },
  GICC_BPR: {
    offset: 0x08, access: "RW", title: "Binary point register",
    fields: [["2:0", "Binary point", POINT]],
  },
  GICC_IAR: {
    offset: 0x0c, access: "RO", title: "Interrupt acknowledge register",
    fields: [["12:10", "CPUID", SOURCE], ["9:0", "Interrupt ID", "What is now active"]],
  },
  GICC_EOIR: {
    offset: 0x10, access: "WO", title: "End of interrupt register",
    fields: [["12:10", "CPUID", SOURCE], ["9:0", "EOIINTID", "What GICC_IAR said"]],
  },
  GICC_RPR: {
    offset: 0x14, access: "RO", title: "Running priority register",
    fields: [["7:0", "Priority", "Of the most urgent active interrupt; 0xff: there is none"]],
  },
  GICC_HPPIR: {
    offset: 0x18, access: "RO", title: "Highest priority pending interrupt register",
    fields: [["12:10", "CPUID", SOURCE], ["9:0", "PENDINTID", "What waits"]],
  },
  GICC_ABPR: {
    offset: 0x1c, access: "RW", title: "Aliased binary point register",
    fields: [["2:0", "Binary point", "Group 1's, and one more than it means"]],
  },
  GICC_AIAR: {
    offset: 0x20, access: "RO", title: "Aliased interrupt acknowledge register",
    fields: [["12:10", "CPUID", SOURCE], ["9:0", "Interrupt ID", "Of group 1, what is now active"]],
  },
  GICC_AEOIR: {
    offset: 0x24, access: "WO", title: "Aliased end of interrupt register",
    fields: [["12:10", "CPUID", SOURCE], ["9:0", "Interrupt ID", "What GICC_AIAR said"]],
  },
  GICC_AHPPIR: {
    offset: 0x28, access: "RO", title: "Aliased highest priority pending interrupt register",
    fields: [["12:10", "CPUID", SOURCE], ["9:0", "PENDINTID", "Of group 1, what waits"]],
  },
  GICC_APR: {
    offset: 0xd0, access: "RW", count: 4, title: "Active priorities registers",
    fields: [["31:0", "Active priorities", "Of group 0: bit n is priority 2 * n, running"]],
  },
  GICC_NSAPR: {
    offset: 0xe0, access: "RW", count: 4, title: "Non-secure active priorities registers",
    fields: [["31:0", "Active priorities", "Of group 1: bit n is priority 2 * n, running"]],
  },
  GICC_IIDR: {
    offset: 0xfc, access: "RO", title: "CPU interface identification register",
    fields: [
      ["31:20", "ProductID", "The implementer's"],
      ["19:16", "Architecture version", "2: GICv2"],
      ["15:12", "Revision", "The implementer's"],
      ["11:0", "Implementer", "A JEP106 code: 0x43b is Arm"],
    ],
  },
  GICC_DIR: {
    offset: 0x1000, access: "WO", title: "Deactivate interrupt register",
    fields: [["12:10", "CPUID", SOURCE], ["9:0", "Interrupt ID", "What is no longer active"]],
  },
} as const satisfies DeviceRegisters;
