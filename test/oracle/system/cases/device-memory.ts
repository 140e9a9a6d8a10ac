// Device memory, mapped as one should: its accesses must be aligned. QEMU does not look; it is asked with SCTLR_EL1.A
// set (errata.ts).

import type { Random } from "../../words";
import { below, oneIn, pick } from "../../cpu/values";
import { type Case, EL0T, EL1H } from "../case";
import { assembled } from "../code";
import { DATA, HIGH, SAFE_TABLE, TABLES } from "../place";
import { ELR, SAFE_SCTLR, SAFE_TCR, SCTLR_M, SPSR } from "../settings";

const SOURCES = [
  "ldr x0, [x1]", "ldr w0, [x1]", "ldrh w0, [x1]", "ldrb w0, [x1]", "ldrsw x0, [x1]", "str x2, [x1]", "str w2, [x1]", "strh w2, [x1]",
  "ldp x0, x3, [x1]", "ldp w0, w3, [x1]",
  "stp x2, x3, [x1]", "ldr q0, [x1]", "str q0, [x1]", "str s0, [x1]", "ldp d0, d1, [x1]", "ld1 {v0.16b}, [x1]", "ld1 {v0.2d}, [x1]",
  "ld1 {v0.4h}, [x1]", "st1 {v0.4s}, [x1]", "st2 {v0.2d, v1.2d}, [x1]",
  "ld1r {v0.2s}, [x1]", "st1 {v0.d}[1], [x1]", "ldtr x0, [x1]", "sttrh w2, [x1]", "ldar x0, [x1]", "stlr w2, [x1]",
  "ldur x0, [x1, #1]", "stur h0, [x1, #3]", "ldr x0, [x1], #4", "str x2, [x1, #4]!",
  "ldnp x0, x3, [x1]", "prfm pldl1keep, [x1]", "ldpsw x0, x3, [x1]",
] as const;

const TYPES = [0x00n, 0x04n, 0x08n, 0x0cn];
/** Level 3, 4 KiB, AF, accessible to EL0 and EL1, AttrIndx 1. */
const DEVICE_PAGE = 0x447n;
const TABLE = 3n;
/** The path to the page: TnSZ is 25, so it begins at level 1. */
const LEVELS = [TABLES, TABLES + 0x1000, TABLES + 0x2000] as const;
const INDEX = 5;

export function deviceMemoryCases(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => drawCase(random));
}

function drawCase(random: Random): Case {
  const high = oneIn(random, 2);
  const base = high ? 0n : HIGH;
  const source = pick(random, SOURCES);
  const level = oneIn(random, 2) ? 1 : 0;
  // Two pages, so that an access can lie in both.
  const offset = BigInt(oneIn(random, 2) ? below(random, 24) : 0x1000 - 16 + below(random, 24));
  const address = (high ? HIGH : 0n) + (BigInt(INDEX) << 30n) + (BigInt(INDEX) << 21n) + (BigInt(INDEX) << 12n) + offset;
  const pages: [number, bigint][] = [0, 1].map((page) =>
    [LEVELS[2] + 8 * (INDEX + page), BigInt(DATA + 0x1000 * page) | DEVICE_PAGE]);
  return {
    title: `${source} at EL${level}, page offset 0x${offset.toString(16)}`,
    words: assembled(`${source}; svc #1`),
    base,
    state: { 1: BigInt.asUintN(64, address), [SPSR]: level === 0 ? EL0T : EL1H, [ELR]: BigInt.asUintN(64, base + 0x4020_0000n) },
    settings: {
      SCTLR_EL1: SAFE_SCTLR | SCTLR_M,
      TCR_EL1: SAFE_TCR,
      MAIR_EL1: 0xffn | (pick(random, TYPES) << 8n),
      [high ? "TTBR1_EL1" : "TTBR0_EL1"]: BigInt(LEVELS[0]),
      [high ? "TTBR0_EL1" : "TTBR1_EL1"]: BigInt(SAFE_TABLE),
    },
    pokes: [[LEVELS[0] + 8 * INDEX, BigInt(LEVELS[1]) | TABLE], [LEVELS[1] + 8 * INDEX, BigInt(LEVELS[2]) | TABLE], ...pages],
    peeks: [[DATA, 6], [DATA + 0x1000 - 16, 8]],
  };
}
