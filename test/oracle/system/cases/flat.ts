// The MMU off: an address is what it says, if it has no more bits than a physical one; data is Device memory (Arm ARM,
// "Behavior when stage 1 translations are disabled"). Accesses are aligned, as QEMU does not look.

import type { Random } from "../../words";
import { below, oneIn, pick, random64 } from "../../cpu/values";
import { type Case, EL0T, EL1H } from "../case";
import { assembled, dwordOf } from "../code";
import { DATA } from "../place";
import { SAFE_TCR, SPSR } from "../settings";

const SOURCES = [
  "ldr x0, [x1]", "str x2, [x1]", "ldrb w0, [x1]", "strh w2, [x1]", "ldp x0, x3, [x1]", "ldtr x0, [x1]", "sttrb w2, [x1]",
  "ldxr x0, [x1]", "ldadd x2, x0, [x1]", "ldr q0, [x1]", "prfm pldl1keep, [x1]",
] as const;
const FETCHES = ["br x1", "blr x1", "ret x1"] as const;
const TRANSLATIONS = ["s1e1r", "s1e1w", "s1e0r", "s1e0w"].map((operation) => `at ${operation}, x1; isb; mrs x0, par_el1`);

const TOP_BYTE = 0xffn << 56n;
const TOP_16 = 0xffffn << 48n;
const PAN_UAO = 3n << 22n;
const RESULT = assembled("movz x0, #0x77; svc #2");

export function flatCases(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => {
    const kind = below(random, 4);
    const source = pick<string>(random, kind === 0 ? FETCHES : kind === 1 ? TRANSLATIONS : SOURCES);
    const level = kind === 1 || oneIn(random, 2) ? 1 : 0;
    const to = DATA + 16 * below(random, 4);
    const bit = 1n << BigInt(48 + below(random, 16));
    const extra = pick(random, [0n, 0n, bit, random64(random) & TOP_BYTE, random64(random) & TOP_16, TOP_16]);
    const address = BigInt(to) ^ extra;
    return {
      title: `${source} at EL${level}, 0x${address.toString(16)}`,
      words: assembled(`${source}; svc #1`),
      state: { 1: address, 30: 0n, [SPSR]: (level === 0 ? EL0T : EL1H) | (random64(random) & PAN_UAO) },
      settings: { TCR_EL1: SAFE_TCR | (BigInt(below(random, 4)) << 37n), MAIR_EL1: random64(random) },
      ...(kind === 0 ? { pokes: [[to, dwordOf(RESULT[0]!, RESULT[1]!)] as const] } : {}),
      peeks: [[DATA, 8]],
    };
  });
}
