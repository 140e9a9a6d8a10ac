// Where the engine keeps what compiled code and TypeScript both look at: behind RAM, since none of
// it is the guest's. Each CPU has a room:
//
//   0x0_0000  translations for loads and stores: EL0's reads, its writes, EL1's reads, its writes,
//             16 KiB each, as soft-tlb.ts has them
//   0x1_0000  translations for fetches: EL0's, EL1's, 16 KiB each (dispatcher.ts)
//   0x1_8000  LEFT                 instructions that may still be executed
//   0x1_8004  ASKS                 not 0: an interrupt asks, or debug is asked for
//   0x1_9000  the room's end
//
// Behind the rooms follow the entries of pages that have compiled code, 4 KiB each.

import { PAGE } from "../cpu/layout";
import { ENTRY_WORDS, SLOTS } from "../cpu/soft-tlb";

/** Bytes from one kind of translations to the next. */
const TABLE = SLOTS * 4 * ENTRY_WORDS;

export const LEFT = 6 * TABLE;
export const ASKS = LEFT + 4;
export const ROOM = LEFT + PAGE;

/** What an address has of its translation's place, once it is shifted right by 8. */
export const SLOT_MASK = (SLOTS - 1) << 4;

/** Pages with compiled code; beyond them, all code is let go. */
export const MOST_TABLES = 4096;

/** Where the translations begin that an access uses. */
export const translationsAt = (level: 0 | 1, write: boolean): number =>
  (2 * level + (write ? 1 : 0)) * TABLE;

/** Where those begin that a fetch uses. */
export const fetchesAt = (level: 0 | 1): number => (4 + level) * TABLE;

/** What the machine's memory must have behind RAM. */
export const engineBytes = (cpus: number): number => cpus * ROOM + MOST_TABLES * PAGE + PAGE;

// Of a CPU's page (cpu/layout.ts), in bytes.
export const X_AT = 0x000;
export const V_AT = 0x100;
export const PC_AT = 0x300;
export const NZCV_AT = 0x308;
export const FPCR_AT = 0x310;
export const FPSR_AT = 0x318;
export const PSTATE_AT = 0x350;
export const SYSTEM_AT = 0x400;
