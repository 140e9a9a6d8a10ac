// Who the machine is, and what it has (Arm ARM, "AArch64 System register descriptions", the
// registers whose names end in ID and R or begin with ID_). The numbers around them, op0 = 3,
// op1 = 0, CRn = 0, CRm = 1 to 7, are kept for ID registers to come and read as zero.

import type { RegisterTable } from "../register";
import { CACHE_REGISTERS } from "./caches";
import { AARCH32_ID_REGISTERS } from "./identification-aarch32";
import { INSTRUCTION_ID_REGISTERS } from "./identification-instructions";
import { MEMORY_ID_REGISTERS } from "./identification-memory";
import { PROCESSOR_ID_REGISTERS } from "./identification-processor";

const NUMBER_REGISTERS = {
  MIDR_EL1: {
    title: "Main ID Register",
    purpose: "Says who made the processor, and which it is. Operating systems look up here which "
      + "errors of the silicon they must work around, so ours is nobody's.",
    reset: 0x000f_0000n,
    fields: [
      ["31:24", "Implementer", "Who made it, as a letter", {
        "0x00": "reserved for software",
        "0x41": "A: Arm",
        "0x51": "Q: Qualcomm",
        "0x61": "a: Apple",
        "0xc0": "Ampere",
      }],
      ["23:20", "Variant", "The major revision: the r of r1p2"],
      ["19:16", "Architecture", "The version of the architecture", {
        "0b1111": "ask the ID registers",
      }],
      ["15:4", "PartNum", "The maker's number of the processor"],
      ["3:0", "Revision", "The minor revision: the p of r1p2"],
    ],
  },
  MPIDR_EL1: {
    title: "Multiprocessor Affinity Register",
    purpose: "Says which of the CPUs this one is. The board gives each its number.",
    reset: 0x8000_0000n,
    fields: [
      ["39:32", "Aff3", "The number of the cluster of clusters of clusters"],
      ["31", "RES1", "Always 1"],
      ["30", "U", "Whether there can be other CPUs", { "0": "there can", "1": "there cannot" }],
      ["24", "MT", "What Aff0 numbers", {
        "0": "CPUs that hardly depend on each other",
        "1": "threads of one core",
      }],
      ["23:16", "Aff2", "The number of the cluster of clusters"],
      ["15:8", "Aff1", "The number of the cluster"],
      ["7:0", "Aff0", "The number of the CPU in its cluster"],
    ],
  },
  REVIDR_EL1: {
    title: "Revision ID Register",
    purpose: "For a revision finer than MIDR_EL1's; 0 says that there is none.",
    fields: [],
  },
  AIDR_EL1: {
    title: "Auxiliary ID Register",
    purpose: "For what a maker has to say besides; ours has nothing.",
    fields: [],
  },
} as const satisfies RegisterTable;

export const IDENTIFICATION_REGISTERS = {
  ...NUMBER_REGISTERS,
  ...PROCESSOR_ID_REGISTERS,
  ...INSTRUCTION_ID_REGISTERS,
  ...MEMORY_ID_REGISTERS,
  ...CACHE_REGISTERS,
  ...AARCH32_ID_REGISTERS,
} as const satisfies RegisterTable;
