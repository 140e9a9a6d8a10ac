// What memory and its translation can do (Arm ARM, "AArch64 Memory Model Feature Register" 0, 1
// and 2). An operating system reads them before it writes TCR_EL1.

import type { RegisterTable } from "../register";
import { identifies } from "./claim";

const GRANULE_AT_STAGE_2 = { "0b0000": "as at stage 1" } as const;

export const MEMORY_ID_REGISTERS = {
  ID_AA64MMFR0_EL1: identifies({
    title: "AArch64 Memory Model Feature Register 0",
    purpose: "Says how long addresses and ASIDs are, and how large a page can be.",
    fields: [
      ["63:60", "ECV", "More of the generic timer", { "0b0001": "FEAT_ECV" }],
      ["59:56", "FGT", "Traps of single registers to EL2", { "0b0001": "FEAT_FGT" }],
      ["47:44", "ExS", "Exceptions that need not synchronize the context", {
        "0b0001": "FEAT_ExS",
      }],
      ["43:40", "TGran4_2", "Pages of 4 KiB at stage 2", GRANULE_AT_STAGE_2],
      ["39:36", "TGran64_2", "Pages of 64 KiB at stage 2", GRANULE_AT_STAGE_2],
      ["35:32", "TGran16_2", "Pages of 16 KiB at stage 2", GRANULE_AT_STAGE_2],
      ["31:28", "TGran4", "Pages of 4 KiB", {
        "0b0000": "supported",
        "0b0001": "supported, with 52-bit addresses: FEAT_LPA2",
        "0b1111": "not supported",
      }],
      ["27:24", "TGran64", "Pages of 64 KiB", { "0b0000": "supported", "0b1111": "not supported" }],
      ["23:20", "TGran16", "Pages of 16 KiB", {
        "0b0000": "not supported",
        "0b0001": "supported",
        "0b0010": "supported, with 52-bit addresses: FEAT_LPA2",
      }],
      ["19:16", "BigEndEL0", "Big-endian data at EL0 alone", {
        "0b0000": "not supported",
        "0b0001": "supported",
      }],
      ["15:12", "SNSMem", "Secure memory apart from non-secure", {
        "0b0000": "not supported",
        "0b0001": "supported",
      }],
      ["11:8", "BigEnd", "Big-endian data: SCTLR_EL1.EE and E0E can be written", {
        "0b0000": "not supported",
        "0b0001": "supported: FEAT_MixedEnd",
      }],
      ["7:4", "ASIDBits", "Bits of an address space identifier", {
        "0b0000": "8 bits",
        "0b0010": "16 bits",
      }],
      ["3:0", "PARange", "Bits of a physical address", {
        "0b0000": "32 bits, 4 GiB",
        "0b0001": "36 bits, 64 GiB",
        "0b0010": "40 bits, 1 TiB",
        "0b0011": "42 bits, 4 TiB",
        "0b0100": "44 bits, 16 TiB",
        "0b0101": "48 bits, 256 TiB",
        "0b0110": "52 bits, 4 PiB: FEAT_LPA",
      }],
    ],
  }, { TGran16: 0b0001, ASIDBits: 0b0010, PARange: 0b0101 }),
  ID_AA64MMFR1_EL1: identifies({
    title: "AArch64 Memory Model Feature Register 1",
    purpose: "Says what was added to translation after Armv8.0.",
    fields: [
      ["47:44", "AFP", "Floating point more as others do it", { "0b0001": "FEAT_AFP" }],
      ["43:40", "HCX", "HCRX_EL2", { "0b0001": "FEAT_HCX" }],
      ["39:36", "ETS", "Translation faults in the order of memory accesses", {
        "0b0001": "FEAT_ETS",
      }],
      ["35:32", "TWED", "WFE is trapped after a delay", { "0b0001": "FEAT_TWED" }],
      ["31:28", "XNX", "Execute-never at stage 2, for EL0 and EL1 apart", { "0b0001": "FEAT_XNX" }],
      ["27:24", "SpecSEI", "SError interrupts by speculative reads", {
        "0b0000": "never",
        "0b0001": "possible",
      }],
      ["23:20", "PAN", "Privileged access never: EL1 keeps out of EL0's memory", {
        "0b0001": "FEAT_PAN",
        "0b0010": "FEAT_PAN, FEAT_PAN2",
        "0b0011": "FEAT_PAN, FEAT_PAN2, FEAT_PAN3",
      }],
      ["19:16", "LO", "Limited ordering regions", { "0b0001": "FEAT_LOR" }],
      ["15:12", "HPDS", "Attributes of tables can be ignored", {
        "0b0001": "FEAT_HPDS",
        "0b0010": "FEAT_HPDS, FEAT_HPDS2",
      }],
      ["11:8", "VH", "An operating system can run at EL2", { "0b0001": "FEAT_VHE" }],
      ["7:4", "VMIDBits", "Bits of a virtual machine's identifier", {
        "0b0000": "8 bits",
        "0b0010": "16 bits: FEAT_VMID16",
      }],
      ["3:0", "HAFDBS", "The MMU itself marks pages accessed, and dirty", {
        "0b0000": "software does it",
        "0b0001": "accessed: FEAT_HAFDBS",
        "0b0010": "accessed and dirty: FEAT_HAFDBS",
      }],
    ],
  }),
  ID_AA64MMFR2_EL1: identifies({
    title: "AArch64 Memory Model Feature Register 2",
    purpose: "Says what more was added to translation and its maintenance.",
    fields: [
      ["63:60", "E0PD", "EL0 can be kept out of a half of the addresses in constant time", {
        "0b0001": "FEAT_E0PD",
      }],
      ["59:56", "EVT", "Traps of maintenance to EL2", {
        "0b0001": "FEAT_EVT",
        "0b0010": "FEAT_EVT",
      }],
      ["55:52", "BBM", "How a block can be split in pages", {
        "0b0000": "level 0: break before make",
        "0b0001": "level 1: FEAT_BBM",
        "0b0010": "level 2: FEAT_BBM",
      }],
      ["51:48", "TTL", "TLBI can name a level of tables", { "0b0001": "FEAT_TTL" }],
      ["43:40", "FWB", "Stage 2 can force write-back", { "0b0001": "FEAT_S2FWB" }],
      ["39:36", "IDS", "What EL0 reads of the ID registers is trapped, not Undefined", {
        "0b0001": "FEAT_IDST",
      }],
      ["35:32", "AT", "Accesses that need not be aligned to be atomic", { "0b0001": "FEAT_LSE2" }],
      ["31:28", "ST", "Smaller address spaces: TCR_EL1.T0SZ up to 48", { "0b0001": "FEAT_TTST" }],
      ["27:24", "NV", "Nested virtualization", {
        "0b0001": "FEAT_NV",
        "0b0010": "FEAT_NV, FEAT_NV2",
      }],
      ["23:20", "CCIDX", "Another format of CCSIDR_EL1", { "0b0001": "FEAT_CCIDX" }],
      ["19:16", "VARange", "Bits of a virtual address", {
        "0b0000": "48",
        "0b0001": "52 with pages of 64 KiB: FEAT_LVA",
      }],
      ["15:12", "IESB", "Exceptions can be barriers for errors", { "0b0001": "FEAT_IESB" }],
      ["11:8", "LSM", "Control of AArch32's load and store multiple", { "0b0001": "FEAT_LSMAOC" }],
      ["7:4", "UAO", "User access override: LDTR and STTR as LDR and STR", {
        "0b0001": "FEAT_UAO",
      }],
      ["3:0", "CnP", "CPUs can share translations: TTBR0_EL1.CnP", { "0b0001": "FEAT_TTCNP" }],
    ],
  }),
} as const satisfies RegisterTable;
