// What must be seen of translation tables that change: an access, a change of the tables, what the manual asks for
// behind it, and the access again (Arm ARM, "TLB maintenance requirements and the TLB maintenance instructions").
// What a TLB may still know is not tried: nothing says what it does.
//
// X1 is the address, X5 the descriptor's address, X6 what is written there, X7 the argument of TLBI.

import type { Random } from "../../words";
import { below, oneIn, pick, random64 } from "../../cpu/values";
import { type Case, EL1H } from "../case";
import { assembled } from "../code";
import { DATA, HIGH, KERNEL_DATA, SAFE_TABLE, TABLES } from "../place";
import { ELR, SAFE_SCTLR, SCTLR_M, SPSR } from "../settings";
import { drawAddress, drawRegime, type Regime } from "./translation";
import { firstLevel, lowBit, stride } from "../world";

/** Operations, and whether they hear of more than the last level. */
const BY_ADDRESS = ["vae1", "vae1is", "vaae1", "vaae1is"] as const;
const LAST_LEVEL_ONLY = ["vale1", "vale1is", "vaale1", "vaale1is"] as const;
const OF_ALL = ["vmalle1", "vmalle1is"] as const;
const BY_ASID = ["aside1, x7", "aside1is, x7"] as const;

const VALID = 3n;
const AF = 1n << 10n;
const NOT_GLOBAL = 1n << 11n;
const READ_ONLY = 1n << 7n;
const TCR_AS = 1n << 36n;
const IPS_A1 = (7n << 32n) | (1n << 22n);

export function invalidationCases(count: number, random: Random): Case[] {
  return Array.from({ length: count }, () => (oneIn(random, 4) ? drawSwitch(random) : drawCase(random)));
}

/** Another address space and back: pages that are not global are the space's own, without any TLBI. */
function drawSwitch(random: Random): Case {
  const regime = drawRegime(random);
  const { granule, high } = regime;
  const base = high ? 0n : HIGH;
  const address = drawAddress({ ...regime, tbi: false }, BigInt(DATA + 8 * below(random, 4)), granule, random);
  const [first, second] = [TABLES, TABLES + 0x20_0000].map((at) => pathAt(at, address, regime, random, NOT_GLOBAL)) as [Path, Path];
  const asid = random64(random) & 0xffffn;
  const [here, there] = [BigInt(first.root) | (asid << 48n), BigInt(second.root) | ((asid ^ BigInt(1 + below(random, 255))) << 48n)];
  const TTBR = high ? "ttbr1_el1" : "ttbr0_el1";
  return {
    title: `${TTBR} of another address space`,
    words: assembled(`ldr x0, [x1]; msr ${TTBR}, x8; isb; ldr x3, [x1]; msr ${TTBR}, x9; isb; ldr x4, [x1]; svc #1`),
    base,
    state: { 1: address, 8: there, 9: here, [SPSR]: EL1H, [ELR]: BigInt.asUintN(64, base + 0x4020_0000n) },
    settings: settingsFor(regime, here),
    pokes: [...first.pokes, ...second.pokes],
  };
}

function settingsFor({ tcr, high }: Regime, tried: bigint): NonNullable<Case["settings"]> {
  return {
    SCTLR_EL1: SAFE_SCTLR | SCTLR_M,
    // The address space is the tried half's.
    TCR_EL1: (tcr & ~IPS_A1) | (5n << 32n) | (high ? 1n << 22n : 0n),
    TTBR0_EL1: high ? BigInt(SAFE_TABLE) : tried,
    TTBR1_EL1: high ? tried : BigInt(SAFE_TABLE),
  };
}

function drawCase(random: Random): Case {
  const regime = drawRegime(random);
  const { granule, high } = regime;
  const base = high ? 0n : HIGH;
  const to = DATA + 8 * below(random, 4);
  const address = drawAddress({ ...regime, tbi: false }, BigInt(to), granule, random);
  const [first, second] = [TABLES, TABLES + 0x20_0000].map((at) => pathAt(at, address, regime, random)) as [Path, Path];
  const isLeaf = oneIn(random, 2) || first.entries.length === 1;
  const asid = random64(random) & 0xffffn;
  const shownAsid = (regime.tcr & TCR_AS) === 0n ? asid & 0xffn : asid;
  const operation = drawOperation(isLeaf, first.leaf, random);
  const changes = isLeaf ? first.leafEntry : first.entries.at(-2)!;
  const next = isLeaf ? drawLeaf(pick(random, [DATA, DATA + 0x1000]), granule, random) : second.descriptors.at(-2)!;
  const again = oneIn(random, 4) ? "str x2, [x1]; ldr x3, [x1]" : "ldr x3, [x1]";
  const source = `ldr x0, [x1]; str x6, [x5]; dsb ishst; tlbi ${operation}; dsb ish; isb; ${again}; svc #1`;
  const tried = BigInt(first.root) | (asid << 48n);
  return {
    title: `${operation} behind a change of ${isLeaf ? "the leaf" : "a table"}`,
    words: assembled(source),
    base,
    state: {
      1: address, 5: BigInt.asUintN(64, base + KERNEL_DATA + BigInt(changes)), 6: next,
      7: (shownAsid << 48n) | ((address >> 12n) & ((1n << 44n) - 1n)), [SPSR]: EL1H, [ELR]: BigInt.asUintN(64, base + 0x4020_0000n),
    },
    settings: settingsFor(regime, tried),
    pokes: [...first.pokes, ...second.pokes],
    peeks: [[DATA, 4], [DATA + 0x1000, 4]],
  };
}

function drawOperation(isLeaf: boolean, leaf: bigint, random: Random): string {
  const byAddress = pick(random, isLeaf ? [...BY_ADDRESS, ...LAST_LEVEL_ONLY] : BY_ADDRESS);
  // A global page is in every address space: an operation by ASID leaves it.
  const isGlobal = (leaf & NOT_GLOBAL) === 0n;
  return pick(random, [`${byAddress}, x7`, `${byAddress}, x7`, pick(random, OF_ALL), ...(isGlobal ? [] : [pick(random, BY_ASID)])]);
}

interface Path {
  readonly root: number;
  readonly entries: readonly number[];
  readonly descriptors: readonly bigint[];
  readonly pokes: readonly (readonly [number, bigint])[];
  readonly leaf: bigint;
  readonly leafEntry: number;
}

/** Tables behind each other from `at`, down to a page. */
function pathAt(at: number, address: bigint, { granule, bits }: Regime, random: Random, more = 0n): Path {
  const levels = Array.from({ length: 4 - firstLevel(granule, bits) }, (_, i) => firstLevel(granule, bits) + i);
  const tables = levels.map((_, i) => at + 0x1_0000 * i);
  const leaf = drawLeaf(DATA + (at === TABLES ? 0 : 0x1000), granule, random) | more;
  const descriptors = levels.map((_, i) => (i === levels.length - 1 ? leaf : BigInt(tables[i + 1]!) | VALID));
  const entries = levels.map((level, i) => {
    const width = i === 0 ? bits - lowBit(granule, level) : stride(granule);
    const index = (address >> BigInt(lowBit(granule, level))) & ((1n << BigInt(width)) - 1n);
    return tables[i]! + 8 * Number(index);
  });
  return { root: at, entries, descriptors, pokes: entries.map((entry, i) => [entry, descriptors[i]!]), leaf, leafEntry: entries.at(-1)! };
}

function drawLeaf(to: number, granule: number, random: Random): bigint {
  const output = (BigInt(to) >> BigInt(granule)) << BigInt(granule);
  return output | (oneIn(random, 8) ? 0n : VALID) | (oneIn(random, 8) ? 0n : AF) | (oneIn(random, 2) ? NOT_GLOBAL : 0n) | (oneIn(random, 6) ? READ_ONLY : 0n);
}
