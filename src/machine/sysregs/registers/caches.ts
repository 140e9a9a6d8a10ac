// What software must know of caches (Arm ARM, "Cache Type Register", "Cache Level ID Register",
// "Current Cache Size ID Register", "Data Cache Zero ID register"). This machine has none: what a
// CPU stores is seen at once by every other, as data and as instructions. Lines have a size all the
// same, since instructions that maintain them, or watch them, do so by the line.

import { levelOf } from "../pstate";
import type { RegisterTable } from "../register";
import type { SystemView } from "../view";

/** DC ZVA zeroes blocks of 4 << 4 bytes. */
const ZERO_BLOCK = 4n;
const DZP = 1n << 4n;
const DZE = 1n << 14n;

/** DC ZVA is prohibited where SCTLR_EL1 has it trapped. */
const zeroBlock = (view: SystemView): bigint =>
  levelOf(view.pstate) === 0 && (view.stored("SCTLR_EL1") & DZE) === 0n
    ? ZERO_BLOCK | DZP
    : ZERO_BLOCK;

export const CACHE_REGISTERS = {
  CTR_EL0: {
    title: "Cache Type Register",
    purpose: "Says how long the lines of the caches are, and what software must do so that "
      + "instructions which it has written are fetched: here, nothing.",
    el0: { read: [["SCTLR_EL1", "UCT", 1]], write: "never" },
    reset: 0xb444_c004n,
    fields: [
      ["31", "RES1", "Always 1"],
      ["29", "DIC", "Whether instruction caches need invalidating", {
        "0": "IC IVAU is required before new instructions are fetched",
        "1": "it is not required",
      }],
      ["28", "IDC", "Whether data caches need cleaning", {
        "0": "DC CVAU is required before new instructions are fetched",
        "1": "it is not required",
      }],
      ["27:24", "CWG", "Most memory that is written back at once: the logarithm of its words"],
      ["23:20", "ERG", "Most memory that an exclusive load watches: the logarithm of its words"],
      ["19:16", "DminLine", "The shortest line of data caches: the logarithm of its words"],
      ["15:14", "L1Ip", "How the first instruction cache is indexed and tagged", {
        "0b00": "by VMID and physical address",
        "0b10": "indexed by the virtual, tagged by the physical address",
        "0b11": "indexed and tagged by the physical address",
      }],
      ["3:0", "IminLine", "The shortest line of instruction caches: the logarithm of its words"],
    ],
  },
  DCZID_EL0: {
    title: "Data Cache Zero ID register",
    purpose: "Says how many bytes DC ZVA zeroes, and whether it may be used. A C library's memset "
      + "asks.",
    el0: { read: "always", write: "never" },
    reset: ZERO_BLOCK,
    fields: [
      ["4", "DZP", "Whether DC ZVA may be used here", { "0": "permitted", "1": "prohibited" }],
      ["3:0", "BS", "The size of a block: the logarithm of its words"],
    ],
    read: zeroBlock,
  },
  CLIDR_EL1: {
    title: "Cache Level ID Register",
    purpose: "Says which caches there are, level by level, and to which level software must clean "
      + "them. Here never: a level of lines is claimed, since a processor without any cache is one "
      + "that Linux warns of.",
    reset: 0b011n,
    fields: [
      ["29:27", "LoUU", "Levels to clean until this CPU fetches what it stored"],
      ["26:24", "LoC", "Levels to clean until memory itself holds what was stored"],
      ["23:21", "LoUIS", "Levels to clean until every CPU nearby fetches what was stored"],
      ["20:18", "Ctype7", "The cache of level 7"],
      ["17:15", "Ctype6", "The cache of level 6"],
      ["14:12", "Ctype5", "The cache of level 5"],
      ["11:9", "Ctype4", "The cache of level 4"],
      ["8:6", "Ctype3", "The cache of level 3"],
      ["5:3", "Ctype2", "The cache of level 2"],
      ["2:0", "Ctype1", "The cache of level 1", {
        "0b000": "there is none",
        "0b001": "instructions only",
        "0b010": "data only",
        "0b011": "instructions and data, apart",
        "0b100": "instructions and data, together",
      }],
    ],
  },
  CSSELR_EL1: {
    title: "Cache Size Selection Register",
    purpose: "Chooses the cache that CCSIDR_EL1 tells about.",
    fields: [
      ["3:1", "Level", "The level of the cache, minus 1"],
      ["0", "InD", "Which cache of that level", {
        "0": "for data, or for both",
        "1": "for instructions",
      }],
    ],
  },
  CCSIDR_EL1: {
    title: "Current Cache Size ID Register",
    purpose: "Says how large the cache is that CSSELR_EL1 chooses. For a cache that is not there "
      + "the manual allows any value; ours is 0.",
    fields: [
      ["27:13", "NumSets", "Sets, minus 1"],
      ["12:3", "Associativity", "Lines in a set, minus 1"],
      ["2:0", "LineSize", "The logarithm of the words in a line, minus 2"],
    ],
  },
} as const satisfies RegisterTable;
