// What every Arm Generic Interrupt Controller numbers alike (GIC architecture specification,
// "INTIDs" and "Interrupt types"): an interrupt is known by its INTID.
//
//   0 .. 15        SGI   software generated: one CPU asks another
//   16 .. 31       PPI   private peripheral: each CPU has a line of its own, its timer's for one
//   32 .. 1019     SPI   shared peripheral: a device's line, for whichever CPU
//   1020 .. 1023         no interrupt at all

export const INTID = {
  FIRST_PPI: 16,
  FIRST_SPI: 32,
  /** Of this machine's: 256 SPIs, as on QEMU's board. */
  COUNT: 288,
  /** GICv2: there is one, but of a group that this register does not answer for. */
  OTHER_GROUP: 1022,
  SPURIOUS: 1023,
} as const;

/** Interrupts come in words: bit n of word w is INTID 32 * w + n. */
export const WORDS = 9;

/** Who made it: JEP106 code 0x43b is Arm's. */
export const ARM_JEP106 = 0x43b;
