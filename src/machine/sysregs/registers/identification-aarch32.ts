// The ID registers of AArch32. Here is no AArch32, so the manual leaves them UNKNOWN: ours are
// zero, which claims nothing.

import type { RegisterRow, RegisterTable } from "../register";

const ofAArch32 = (title: string): RegisterRow => ({
  title: `AArch32 ${title}`,
  purpose: "Would say what AArch32 state has, if there were one.",
  fields: [],
});

export const AARCH32_ID_REGISTERS = {
  ID_PFR0_EL1: ofAArch32("Processor Feature Register 0"),
  ID_PFR1_EL1: ofAArch32("Processor Feature Register 1"),
  ID_PFR2_EL1: ofAArch32("Processor Feature Register 2"),
  ID_DFR0_EL1: ofAArch32("Debug Feature Register 0"),
  ID_AFR0_EL1: ofAArch32("Auxiliary Feature Register 0"),
  ID_MMFR0_EL1: ofAArch32("Memory Model Feature Register 0"),
  ID_MMFR1_EL1: ofAArch32("Memory Model Feature Register 1"),
  ID_MMFR2_EL1: ofAArch32("Memory Model Feature Register 2"),
  ID_MMFR3_EL1: ofAArch32("Memory Model Feature Register 3"),
  ID_MMFR4_EL1: ofAArch32("Memory Model Feature Register 4"),
  ID_MMFR5_EL1: ofAArch32("Memory Model Feature Register 5"),
  ID_ISAR0_EL1: ofAArch32("Instruction Set Attribute Register 0"),
  ID_ISAR1_EL1: ofAArch32("Instruction Set Attribute Register 1"),
  ID_ISAR2_EL1: ofAArch32("Instruction Set Attribute Register 2"),
  ID_ISAR3_EL1: ofAArch32("Instruction Set Attribute Register 3"),
  ID_ISAR4_EL1: ofAArch32("Instruction Set Attribute Register 4"),
  ID_ISAR5_EL1: ofAArch32("Instruction Set Attribute Register 5"),
  ID_ISAR6_EL1: ofAArch32("Instruction Set Attribute Register 6"),
  MVFR0_EL1: ofAArch32("Media and VFP Feature Register 0"),
  MVFR1_EL1: ofAArch32("Media and VFP Feature Register 1"),
  MVFR2_EL1: ofAArch32("Media and VFP Feature Register 2"),
} as const satisfies RegisterTable;
