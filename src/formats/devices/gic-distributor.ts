// The registers of a GICv2's distributor (Arm IHI 0048B, "Distributor register descriptions").
// Where a register has a bit or a byte for each interrupt, the first word, of SGIs and PPIs, is
// banked: every CPU finds its own there.

import { INTID, WORDS } from "./gic";
import type { DeviceRegisters } from "./register";

const SET = "Writing 1 sets; writing 0 changes nothing";
const CLEAR = "Writing 1 clears; writing 0 changes nothing";

export const GICD = {
  GICD_CTLR: {
    offset: 0x000, access: "RW", title: "Distributor control register",
    fields: [
      ["1", "EnableGrp1", "Whether interrupts of group 1 are forwarded to the CPU interfaces"],
      ["0", "EnableGrp0", "Whether those of group 0 are"],
    ],
  },
  GICD_TYPER: {
    offset: 0x004, access: "RO", title: "Interrupt controller type register",
    fields: [
      ["10", "SecurityExtn", "Whether there are the Security Extensions"],
      ["7:5", "CPUNumber", "CPU interfaces, less one"],
      ["4:0", "ITLinesNumber", "Interrupts divided by 32, less one"],
    ],
  },
  GICD_IIDR: {
    offset: 0x008, access: "RO", title: "Distributor implementer identification register",
  },
  GICD_IGROUPR: {
    offset: 0x080, access: "RW", count: WORDS, title: "Interrupt group registers",
    fields: [["31:0", "Group status bits", "Each interrupt's group, 0 or 1"]],
  },
  GICD_ISENABLER: {
    offset: 0x100, access: "RW", count: WORDS, title: "Interrupt set-enable registers",
    fields: [["31:0", "Set-enable bits", SET]],
  },
  GICD_ICENABLER: {
    offset: 0x180, access: "RW", count: WORDS, title: "Interrupt clear-enable registers",
    fields: [["31:0", "Clear-enable bits", CLEAR]],
  },
  GICD_ISPENDR: {
    offset: 0x200, access: "RW", count: WORDS, title: "Interrupt set-pending registers",
    fields: [["31:0", "Set-pending bits", SET]],
  },
  GICD_ICPENDR: {
    offset: 0x280, access: "RW", count: WORDS, title: "Interrupt clear-pending registers",
    fields: [["31:0", "Clear-pending bits", CLEAR]],
  },
  GICD_ISACTIVER: {
    offset: 0x300, access: "RW", count: WORDS, title: "Interrupt set-active registers",
    fields: [["31:0", "Set-active bits", SET]],
  },
  GICD_ICACTIVER: {
    offset: 0x380, access: "RW", count: WORDS, title: "Interrupt clear-active registers",
    fields: [["31:0", "Clear-active bits", CLEAR]],
  },
  GICD_IPRIORITYR: {
    offset: 0x400, access: "RW", width: 1, count: INTID.COUNT,
    title: "Interrupt priority registers",
    fields: [["7:0", "Priority", "The lower, the more urgent"]],
  },
  GICD_ITARGETSR: {
    offset: 0x800, access: "RW", width: 1, count: INTID.COUNT,
    title: "Interrupt processor targets registers",
    fields: [["7:0", "CPU targets", "Bit n: CPU n may be interrupted"]],
  },
  GICD_ICFGR: {
    offset: 0xc00, access: "RW", count: 2 * WORDS, title: "Interrupt configuration registers",
    fields: [["31:0", "Int_config", "Two bits an interrupt, the upper one: 0 level, 1 edge"]],
  },
  GICD_SGIR: {
    offset: 0xf00, access: "WO", title: "Software generated interrupt register",
    fields: [
      ["25:24", "TargetListFilter", "0: those of the list; 1: all others; 2: the writer itself"],
      ["23:16", "CPUTargetList", "Bit n: CPU n"],
      ["3:0", "SGIINTID", "Which of the 16"],
    ],
  },
  GICD_CPENDSGIR: {
    offset: 0xf10, access: "RW", width: 1, count: 16, title: "SGI clear-pending registers",
    fields: [["7:0", "SGI clear-pending bits", "Bit n: the SGI that CPU n has sent"]],
  },
  GICD_SPENDSGIR: {
    offset: 0xf20, access: "RW", width: 1, count: 16, title: "SGI set-pending registers",
    fields: [["7:0", "SGI set-pending bits", "Bit n: the SGI that CPU n has sent"]],
  },
  GICD_PIDR: {
    offset: 0xfd0, access: "RO", count: 12, title: "Peripheral and component identification",
  },
} as const satisfies DeviceRegisters;

/** A byte each of GICD_PIDR: Arm's part 0x4b4, version 2 of the architecture; then "0xb105f00d". */
export const GICD_IDENTITY = [
  0x04, 0, 0, 0, 0x90, 0xb4, 0x2b, 0, 0x0d, 0xf0, 0x05, 0xb1,
] as const;
