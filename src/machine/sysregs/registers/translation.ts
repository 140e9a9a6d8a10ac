// The registers that say how addresses are translated (Arm ARM, "AArch64 System register
// descriptions"). Chapter 4 reads them.

import type { FieldRow, RegisterTable } from "../register";

const CACHEABILITY = {
  "0b00": "non-cacheable",
  "0b01": "write-back, allocated when read or written",
  "0b10": "write-through, allocated when read",
  "0b11": "write-back, allocated when read",
} as const;
const SHAREABILITY = {
  "0b00": "non-shareable",
  "0b10": "outer shareable",
  "0b11": "inner shareable",
} as const;
const WALK = { "0": "by a walk of the tables", "1": "by the TLB only: a miss is a fault" } as const;
const TAG = { "0": "is a part of the address", "1": "is ignored: the program's own" } as const;

/** BADDR's bit 0 would be CnP's, of FEAT_TTCNP: CPUs here do not share a TLB. */
const tableBase = (a1: string): readonly FieldRow[] => [
  ["63:48", "ASID", `Address space identifier of what EL0 sees, if TCR_EL1.A1 is ${a1}`],
  ["47:1", "BADDR", "The physical address of the first table, aligned to its size"],
];

export const TRANSLATION_REGISTERS = {
  TTBR0_EL1: {
    title: "Translation Table Base Register 0 (EL1)",
    purpose: "Where the translation tables begin for the lower addresses: a program's.",
    tells: "translation",
    fields: tableBase("0"),
  },
  TTBR1_EL1: {
    title: "Translation Table Base Register 1 (EL1)",
    purpose: "Where the translation tables begin for the upper addresses: the kernel's.",
    tells: "translation",
    fields: tableBase("1"),
  },
  TCR_EL1: {
    title: "Translation Control Register (EL1)",
    purpose: "Says how long addresses are and how large pages, for the lower half (0) and for the "
      + "upper (1), and how the MMU itself reads the tables.",
    tells: "translation",
    fields: [
      ["38", "TBI1", "The top byte of an upper address", TAG],
      ["37", "TBI0", "The top byte of a lower address", TAG],
      ["36", "AS", "Bits of an ASID", { "0": "8", "1": "16" }],
      ["34:32", "IPS", "Bits of a physical address", {
        "0b000": "32",
        "0b001": "36",
        "0b010": "40",
        "0b011": "42",
        "0b100": "44",
        "0b101": "48",
      }],
      ["31:30", "TG1", "The size of an upper page", {
        "0b01": "16 KiB",
        "0b10": "4 KiB",
        "0b11": "64 KiB",
      }],
      ["29:28", "SH1", "Shareability of the upper half's tables", SHAREABILITY],
      ["27:26", "ORGN1", "Outer cacheability of the upper half's tables", CACHEABILITY],
      ["25:24", "IRGN1", "Inner cacheability of the upper half's tables", CACHEABILITY],
      ["23", "EPD1", "How upper addresses are translated", WALK],
      ["22", "A1", "Which register's ASID is in force", { "0": "TTBR0_EL1's", "1": "TTBR1_EL1's" }],
      ["21:16", "T1SZ", "The upper half has 64 - T1SZ bits of address"],
      ["15:14", "TG0", "The size of a lower page", {
        "0b00": "4 KiB",
        "0b01": "64 KiB",
        "0b10": "16 KiB",
      }],
      ["13:12", "SH0", "Shareability of the lower half's tables", SHAREABILITY],
      ["11:10", "ORGN0", "Outer cacheability of the lower half's tables", CACHEABILITY],
      ["9:8", "IRGN0", "Inner cacheability of the lower half's tables", CACHEABILITY],
      ["7", "EPD0", "How lower addresses are translated", WALK],
      ["5:0", "T0SZ", "The lower half has 64 - T0SZ bits of address"],
    ],
  },
  MAIR_EL1: {
    title: "Memory Attribute Indirection Register (EL1)",
    purpose: "A palette of eight kinds of memory. A page names one by its number: 0x00 is the "
      + "strictest device memory, 0x44 normal memory without caches, 0xff with all of them.",
    tells: "translation",
    fields: [
      ["63:56", "Attr7", "The kind of memory with the number 7"],
      ["55:48", "Attr6", "The kind of memory with the number 6"],
      ["47:40", "Attr5", "The kind of memory with the number 5"],
      ["39:32", "Attr4", "The kind of memory with the number 4"],
      ["31:24", "Attr3", "The kind of memory with the number 3"],
      ["23:16", "Attr2", "The kind of memory with the number 2"],
      ["15:8", "Attr1", "The kind of memory with the number 1"],
      ["7:0", "Attr0", "The kind of memory with the number 0"],
    ],
  },
  AMAIR_EL1: {
    title: "Auxiliary Memory Attribute Indirection Register (EL1)",
    purpose: "For attributes of a maker's own; here is none.",
    fields: [],
  },
  CONTEXTIDR_EL1: {
    title: "Context ID Register (EL1)",
    purpose: "Which process runs, for debuggers: a breakpoint can be for one context only.",
    tells: "debug",
    fields: [["31:0", "PROCID", "The number that the operating system gave the process"]],
  },
  PAR_EL1: {
    title: "Physical Address Register",
    purpose: "What the last AT instruction found: a physical address, or why there is none. It has "
      + "two forms, which bit 0 tells apart.",
    fields: [
      ["63:56", "ATTR", "If F is 0: the kind of memory, as in MAIR_EL1"],
      ["47:12", "PA", "If F is 0: the physical address, but for its last 12 bits"],
      ["11", "RES1", "Always 1"],
      ["9", "NS", "If F is 0: the address is non-secure; if 1, S: the fault is stage 2's"],
      ["8:7", "SH", "If F is 0: shareability; if 1, bit 8 is PTW, about stage 2", SHAREABILITY],
      ["6:1", "FST", "If F is 1: the fault's status code, as in ESR_EL1"],
      ["0", "F", "Whether there is a translation", {
        "0": "there is",
        "1": "the access would fault",
      }],
    ],
  },
} as const satisfies RegisterTable;
