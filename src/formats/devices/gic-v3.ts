// The registers of a GICv3 (Arm IHI 0069, "Distributor register descriptions" and "Redistributor
// register descriptions"), of one that has a single Security state and always routes by affinity.
// The distributor has no private interrupts, no targets and no SGIs any more: private interrupts
// are in each CPU's redistributor, which is two frames of 64 KiB; SGIs are sent by a system
// register.

import { INTID } from "./gic";
import { GICD } from "./gic-distributor";
import type { DeviceRegisters } from "./register";

/** Bytes of addresses. */
export const FRAME = 0x1_0000;
/** One CPU's redistributor: RD_base, and SGI_base behind it. */
export const REDISTRIBUTOR = 2 * FRAME;

export const GICD_V3 = {
  GICD_CTLR: {
    offset: 0x0000, access: "RW", title: "Distributor control register",
    fields: [
      ["6", "DS", "There is a single Security state"],
      ["4", "ARE", "Interrupts are routed by affinity"],
      ["1", "EnableGrp1", "Whether interrupts of group 1 are forwarded"],
      ["0", "EnableGrp0", "Whether those of group 0 are"],
    ],
  },
  GICD_TYPER: {
    offset: 0x0004, access: "RO", title: "Interrupt controller type register",
    fields: [
      ["25", "No1N", "An interrupt cannot be for whichever CPU takes it"],
      ["24", "A3V", "Aff3 may be other than 0"],
      ["23:19", "IDbits", "Bits of an INTID, less one"],
      ["4:0", "ITLinesNumber", "Interrupts divided by 32, less one"],
    ],
  },
  GICD_IIDR: GICD.GICD_IIDR,
  GICD_IGROUPR: GICD.GICD_IGROUPR,
  GICD_ISENABLER: GICD.GICD_ISENABLER,
  GICD_ICENABLER: GICD.GICD_ICENABLER,
  GICD_ISPENDR: GICD.GICD_ISPENDR,
  GICD_ICPENDR: GICD.GICD_ICPENDR,
  GICD_ISACTIVER: GICD.GICD_ISACTIVER,
  GICD_ICACTIVER: GICD.GICD_ICACTIVER,
  GICD_IPRIORITYR: GICD.GICD_IPRIORITYR,
  GICD_ICFGR: GICD.GICD_ICFGR,
  /** A doubleword for each SPI, as two words: so that either can be written alone. */
  GICD_IROUTER: {
    offset: 0x6000 + 8 * INTID.FIRST_SPI, access: "RW", count: 2 * (INTID.COUNT - INTID.FIRST_SPI),
    title: "Interrupt routing registers",
    fields: [["31:0", "Affinity", "Aff2, Aff1 and Aff0 of the CPU it is for; then, Aff3"]],
  },
  GICD_PIDR: {
    offset: 0xffd0, access: "RO", count: 12, title: "Peripheral and component identification",
  },
} as const satisfies DeviceRegisters;

/** Offsets from 0x1_0000 on are SGI_base's. */
export const GICR = {
  /** RW where there are LPIs, which it switches on. */
  GICR_CTLR: { offset: 0x0000, access: "RO", title: "Redistributor control register" },
  GICR_IIDR: { offset: 0x0004, access: "RO", title: "Redistributor implementer identification" },
  GICR_TYPER: {
    offset: 0x0008, access: "RO", width: 8, title: "Redistributor type register",
    fields: [
      ["63:32", "Affinity_Value", "The CPU's Aff3, Aff2, Aff1 and Aff0"],
      ["23:8", "Processor_Number", "The CPU's number"],
      ["4", "Last", "Behind this one comes no other"],
    ],
  },
  GICR_WAKER: {
    offset: 0x0014, access: "RW", title: "Redistributor wake register",
    fields: [
      ["2", "ChildrenAsleep", "Whether the CPU's interface has been left quiet"],
      ["1", "ProcessorSleep", "Whether it is to be left quiet"],
    ],
  },
  GICR_PIDR: {
    offset: 0xffd0, access: "RO", count: 12, title: "Peripheral and component identification",
  },
  GICR_IGROUPR0: { offset: 0x1_0080, access: "RW", title: "Interrupt group register 0" },
  GICR_ISENABLER0: { offset: 0x1_0100, access: "RW", title: "Interrupt set-enable register 0" },
  GICR_ICENABLER0: { offset: 0x1_0180, access: "RW", title: "Interrupt clear-enable register 0" },
  GICR_ISPENDR0: { offset: 0x1_0200, access: "RW", title: "Interrupt set-pending register 0" },
  GICR_ICPENDR0: { offset: 0x1_0280, access: "RW", title: "Interrupt clear-pending register 0" },
  GICR_ISACTIVER0: { offset: 0x1_0300, access: "RW", title: "Interrupt set-active register 0" },
  GICR_ICACTIVER0: { offset: 0x1_0380, access: "RW", title: "Interrupt clear-active register 0" },
  GICR_IPRIORITYR: {
    offset: 0x1_0400, access: "RW", width: 1, count: 32,
    title: "Interrupt priority registers",
  },
  GICR_ICFGR: {
    offset: 0x1_0c00, access: "RW", count: 2, title: "Interrupt configuration registers",
  },
} as const satisfies DeviceRegisters;

/** A byte each of GICD_PIDR and GICR_PIDR, of which the fifth says which of the two it is. */
export const GIC_V3_IDENTITY = [0x44, 0, 0, 0, 0, 0xb4, 0x3b, 0, 0x0d, 0xf0, 0x05, 0xb1] as const;
export const PIDR0 = { distributor: 0x92, redistributor: 0x93 } as const;
