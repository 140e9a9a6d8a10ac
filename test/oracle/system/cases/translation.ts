// Translation, a random one each case: granule, sizes, tables, attributes, and one access or AT.
//
// One half of the addresses is tried, the other is the harness's (place.ts). So TCR_EL1 and the TTBRs are made of two
// parts, the tried one random.

import type { Random } from "../../words";
import { below, oneIn, pick, random64 } from "../../cpu/values";
import { type Case, EL0T, EL1H } from "../case";
import { assembled, dwordOf } from "../code";
import { DATA, HIGH, SAFE_TABLE } from "../place";
import { ELR, SAFE_SCTLR, SAFE_TCR, SCTLR_M, SPSR } from "../settings";
import { drawLeafBits, drawPath, type Granule, type Path } from "../world";

export interface Access {
  readonly source: string;
  /** AT and some operations are Undefined at EL0. */
  readonly el1Only?: boolean;
  /** It may lie across two pages. */
  readonly crosses?: boolean;
  readonly alignment?: number;
  readonly fetches?: boolean;
}

const loadsAndStores: readonly Access[] = [
  "ldr x0, [x1]", "ldr w0, [x1]", "ldrh w0, [x1]", "str x2, [x1]", "str w2, [x1]", "strh w2, [x1]", "ldp x0, x3, [x1]",
  "stp x2, x3, [x1]", "ldtr x0, [x1]", "sttr x2, [x1]", "ldtrh w0, [x1]", "sttrh w2, [x1]", "ldtrsw x0, [x1]",
  "ldr q0, [x1]; fmov x0, d0", "str q0, [x1]", "ldp q0, q1, [x1]; fmov x0, d1", "ld1 {v0.16b, v1.16b}, [x1]; fmov x0, d1",
  "st1 {v0.2d}, [x1]", "ldr x0, [x1, #8]!", "str x2, [x1], #-8", "ldp x0, x3, [x1, #-16]!", "ldpsw x0, x3, [x1], #8",
  "ldnp x0, x3, [x1]", "ldrsw x0, [x1]", "ldur x0, [x1, #-3]",
].map((source) => ({ source, crosses: true }));

const bytes: readonly Access[] = ["ldrb w0, [x1]", "strb w2, [x1]", "ldtrb w0, [x1]", "sttrb w2, [x1]", "ldrsb x0, [x1]"].map((source) => ({ source }));

const ordered: readonly Access[] = [
  "ldxr x0, [x1]", "ldaxr w0, [x1]", "ldar x0, [x1]", "stlr x2, [x1]", "ldxp x0, x3, [x1]", "ldxr x0, [x1]; stxr w4, x2, [x1]",
  "ldadd x2, x0, [x1]", "swpal x2, x0, [x1]", "cas x0, x2, [x1]", "ldsmaxh w2, w0, [x1]", "stadd x2, [x1]", "casp x4, x5, x6, x7, [x1]",
  "ldclralb w2, w0, [x1]",
].map((source) => ({ source, alignment: 16 }));

const maintenance: readonly Access[] = [
  { source: "dc civac, x1" }, { source: "dc cvac, x1" }, { source: "dc cvau, x1" }, { source: "ic ivau, x1" }, { source: "dc zva, x1" },
  { source: "prfm pldl1keep, [x1]" }, { source: "prfm pstl1keep, [x1]" },
  { source: "dc ivac, x1", el1Only: true },
];

const fetches: readonly Access[] = ["br x1", "blr x1", "ret x1"].map((source) => ({ source, alignment: 8, fetches: true }));

const translations: readonly Access[] = ["s1e1r", "s1e1w", "s1e0r", "s1e0w"]
  .map((operation) => ({ source: `at ${operation}, x1; isb; mrs x0, par_el1`, el1Only: true }));

const KINDS: readonly (readonly Access[])[] = [
  loadsAndStores, loadsAndStores, loadsAndStores, bytes, ordered, maintenance, fetches, fetches, translations, translations, translations,
];

/** Normal of all kinds, and Device. The harness's own mappings have Attr0. */
const NORMAL = [0xff, 0x44, 0xbb, 0xee, 0xf4, 0x4f, 0xaa, 0x77, 0x33, 0x55] as const;
const DEVICE = [0x00, 0x04, 0x08, 0x0c] as const;

/** IPS, of which RAM needs one; and RES0 bits that a Neoverse N1 has features for stay zero. */
const IPS = [0, 1, 2, 3, 4, 5] as const;
const WXN = 1n << 19n;
const SPAN = 1n << 23n;
const A = 1n << 1n;
const UCI_DZE = (1n << 26n) | (1n << 14n);
const PAN = 1n << 22n;
const UAO = 1n << 23n;

export function translationCases(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => drawCase(random));
}

export interface Regime {
  readonly high: boolean;
  readonly granule: Granule;
  readonly bits: number;
  readonly tbi: boolean;
  readonly tcr: bigint;
}

export function drawRegime(random: Random): Regime {
  const high = oneIn(random, 2);
  const granule = pick(random, [12, 12, 14, 16] as const);
  const bits = pick(random, [48, 39, 42, 36, 47, 25, 64 - 16 - below(random, 24)]);
  const tbi = oneIn(random, 3);
  const granuleBits = high ? { 12: 2n, 14: 1n, 16: 3n }[granule] : { 12: 0n, 14: 2n, 16: 1n }[granule];
  const half = drawSize(bits, random) | (oneIn(random, 30) ? 1n << 7n : 0n) | (BigInt(below(random, 64)) << 8n);
  const tried = high ? (half << 16n) | (granuleBits << 30n) : half | (granuleBits << 14n);
  const others = high ? 0xffffn : 0xffff_0000n;
  const shared = (BigInt(oneIn(random, 2) ? 5 : pick(random, IPS)) << 32n) | (BigInt(below(random, 2)) << 36n) | (BigInt(below(random, 2)) << 22n);
  const top = tbi ? 1n << (high ? 38n : 37n) : 0n;
  // A1 is bit 22: it is of neither half.
  return { high, granule, bits, tbi, tcr: (SAFE_TCR & others & ~(1n << 22n)) | (tried & ~(1n << 22n)) | shared | top };
}

/** TnSZ. Sizes that there are not (without FEAT_TTST and FEAT_LVA) are translation faults at level 0. */
function drawSize(bits: number, random: Random): bigint {
  return BigInt(oneIn(random, 40) ? pick(random, [below(random, 16), 40 + below(random, 24)]) : 64 - bits);
}

/** An address of the regime's half whose low bits are `low`. */
export function drawAddress({ high, bits, tbi }: Regime, low: bigint, lowBits: number, random: Random): bigint {
  const mask = (1n << BigInt(lowBits)) - 1n;
  let address = (random64(random) & ~mask & ((1n << BigInt(bits)) - 1n)) | (low & mask);
  if (high) address |= (1n << 64n) - (1n << BigInt(bits));
  if (tbi && oneIn(random, 2)) address = (address & ((1n << 56n) - 1n)) | (random64(random) & (0xffn << 56n));
  if (oneIn(random, 40)) address ^= 1n << BigInt(bits + below(random, 64 - bits));
  return address;
}

/** Within what the harness fills with its pattern, which is also where 16 KiB and 64 KiB pages end. */
function drawPlace({ alignment = 1, fetches: isCode = false, crosses = false }: Access, across: boolean, random: Random): number {
  if (across) return DATA - pick(random, crosses ? [1, 2, 3, 4, 5, 8, 12, 15] : [8]);
  const border = DATA + 0x1000 * below(random, 4);
  const offset = below(random, 40);
  if (isCode) return border + 8 * (offset >> 3);
  const isAligned = oneIn(random, 3) ? 1 : Math.max(8, alignment);
  return border + offset - (offset % isAligned);
}

/** QEMU reads first, and so finds nobody there before it finds that it may not write. */
const ATOMIC = /swp|cas|ldadd|ldsmax|ldclr|stadd/;
const RESULT = assembled("movz x0, #0x77; svc #2");

function drawCase(random: Random): Case {
  const access = pick(random, pick(random, KINDS));
  const regime = drawRegime(random);
  const leafBits = drawLeafBits(regime.granule, regime.bits, random);
  const across = access.crosses === true && leafBits === regime.granule && oneIn(random, 3);
  const to = drawPlace(access, across, random);
  let address = drawAddress(regime, BigInt(to), leafBits, random);
  // The page behind must be in the same table.
  if (across) address &= ~(1n << BigInt(leafBits));
  const at = address & ((1n << BigInt(regime.bits)) - 1n);
  const isAligned = to % (access.alignment ?? (/\bq0/.test(access.source) ? 16 : 8)) === 0 && !/#-3|dc zva/.test(access.source);
  const strays = isAligned && !ATOMIC.test(access.source) && !maintenance.includes(access);
  const path = drawPath({ granule: regime.granule, bits: regime.bits, leafBits, at, to, crosses: across, strays }, random);
  const level = access.el1Only === true || oneIn(random, 2) ? 1 : 0;
  const fetched: [number, bigint][] = access.fetches === true ? [[to - (to % 8), dwordOf(RESULT[0]!, RESULT[1]!)]] : [];
  return finish({ access, regime, address, to, isAligned, level, path, pokes: [...path.pokes, ...fetched] }, random);
}

interface Draft {
  readonly access: Access;
  readonly regime: Regime;
  readonly address: bigint;
  readonly to: number;
  /** As QEMU tests no alignment in Device memory, and makes aligned accesses of others to nowhere. */
  readonly isAligned: boolean;
  readonly level: 0 | 1;
  readonly path: Path;
  readonly pokes: readonly (readonly [number, bigint])[];
}

function finish({ access, regime, address, to, isAligned, level, path, pokes }: Draft, random: Random): Case {
  const base = regime.high ? 0n : HIGH;
  const pstate = (level === 0 ? EL0T : EL1H) | (oneIn(random, 3) ? PAN : 0n) | (oneIn(random, 3) ? UAO : 0n);
  const asid = BigInt(below(random, 0x1_0000)) << 48n;
  const tried = BigInt(path.table) | (oneIn(random, 2) ? asid : 0n);
  const controls = [WXN, A, SPAN].reduce((all, bit) => (oneIn(random, 4) ? all ^ bit : all), SAFE_SCTLR | SCTLR_M | UCI_DZE);
  const types = isAligned ? [...NORMAL, ...DEVICE] : NORMAL;
  const mair = Array.from({ length: 7 }, (_, i) => BigInt(pick(random, types)) << BigInt(8 * (i + 1)));
  const around = (to - (to % 8)) - 16;
  return {
    title: `${access.source} at EL${level}`,
    words: assembled(`${access.source}; svc #1`),
    base,
    state: { 1: address, 2: random64(random), 30: 0n, [SPSR]: pstate, [ELR]: BigInt.asUintN(64, base + 0x4020_0000n) },
    settings: {
      SCTLR_EL1: controls,
      TCR_EL1: regime.tcr,
      TTBR0_EL1: regime.high ? BigInt(SAFE_TABLE) : tried,
      TTBR1_EL1: regime.high ? tried : BigInt(SAFE_TABLE),
      MAIR_EL1: mair.reduce((all, one) => all | one, 0xffn),
    },
    pokes,
    ...(path.misplacedBlock !== undefined && { misplacedBlock: path.misplacedBlock }),
    peeks: access.source.startsWith("dc zva") ? [[to - (to % 64), 8]] : /st|swp|cas|ldadd|ldsmax|ldclr/.test(access.source) ? [[around, 6]] : [],
  };
}
