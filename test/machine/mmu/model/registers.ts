// The registers of a translation regime, drawn from a seeded generator: most as an operating system would have them.

import { oneIn, pick, random64 } from "../../../oracle/cpu/values";
import type { Random } from "../../../oracle/words";

const GRANULES_0 = [0n, 0n, 2n, 1n] as const;
const GRANULES_1 = [2n, 2n, 1n, 3n] as const;

/** Sizes and granules may be reserved ones. */
export function drawTCR(random: Random): bigint {
  const TxSZ = (): bigint => BigInt(oneIn(random, 16) ? random.below(64) : 16 + random.below(24));
  const EPD = (): bigint => (oneIn(random, 24) ? 1n : 0n);
  const TG = (common: readonly bigint[]): bigint => (oneIn(random, 24) ? BigInt(random.below(4)) : pick(random, common));
  const cacheability = (): bigint => BigInt(random.below(64));
  const lower = TxSZ() | (EPD() << 7n) | (cacheability() << 8n) | (TG(GRANULES_0) << 14n);
  const A1 = BigInt(random.below(2)) << 6n;
  const upper = TxSZ() | A1 | (EPD() << 7n) | (cacheability() << 8n) | (TG(GRANULES_1) << 14n);
  const IPS = BigInt(random.below(8)) << 32n;
  // AS, TBI0, TBI1.
  const flags = BigInt(random.below(8)) << 36n;
  return lower | (upper << 16n) | IPS | flags;
}

/** The first table is one of those `size` bytes each that begin at `area` and end in 64 KiB. */
export function drawTTBR(random: Random, area: number, size: number): bigint {
  const ASID = BigInt(random.below(0x1_0000)) << 48n;
  if (oneIn(random, 24)) return ASID | (BigInt.asUintN(random.below(48) + 1, random64(random)) & ~1n);
  const RES0 = oneIn(random, 8) ? random.below(size) & ~1 : 0;
  return ASID | BigInt(area + random.below(0x1_0000 / size) * size + RES0);
}

/** RES1, then WXN, I, C and M. */
export function drawSCTLR(random: Random): bigint {
  const M = oneIn(random, 16) ? 0n : 1n;
  const [C, I] = [BigInt(random.below(2)), BigInt(random.below(2))];
  const WXN = oneIn(random, 4) ? 1n : 0n;
  return 0x30d0_0800n | (WXN << 19n) | (I << 12n) | (C << 2n) | M;
}

const COMMON_MAIR = [0x00n, 0x04n, 0x08n, 0x0cn, 0x44n, 0xaan, 0xbbn, 0xffn] as const;

export function drawMAIR(random: Random): bigint {
  return Array.from({ length: 8 }, () => (oneIn(random, 8) ? BigInt(random.below(256)) : pick(random, COMMON_MAIR)))
    .reduce((all, byte) => (all << 8n) | byte, 0n);
}
