// Descriptors to walk over: most as software would write them, some with one bit wrong, a few of noise.

import { oneIn, pick, random64 } from "../../../oracle/cpu/values";
import type { Random } from "../../../oracle/words";

/** What the tables of a half have in common. */
export interface Terrain {
  readonly granuleBits: number;
  /** Output addresses, as TCR_EL1.IPS has them. */
  readonly outputBits: number;
  /** Where tables are: the first for level 1, then 2 and 3, and so on. */
  readonly tables: readonly bigint[];
  /** RAM that may be mapped. */
  readonly pages: readonly bigint[];
}

export function drawDescriptor(random: Random, level: number, terrain: Terrain): bigint {
  if (oneIn(random, 40)) return random64(random);
  const isTable = level < 3 && (!mayBeBlock(level, terrain) || random.below(10) < 6);
  const descriptor = isTable ? table(random, level, terrain) : leaf(random, level, terrain);
  return oneIn(random, 16) ? descriptor ^ (1n << BigInt(random.below(64))) : descriptor;
}

const mayBeBlock = (level: number, { granuleBits }: Terrain): boolean => level === 2 || (level === 1 && granuleBits === 12);

function table(random: Random, level: number, terrain: Terrain): bigint {
  const next = terrain.tables.filter((_, i) => i % 3 === level);
  const address = oneIn(random, 16) ? elsewhere(random, terrain) : pick(random, oneIn(random, 16) ? terrain.tables : next);
  // PXNTable, UXNTable, APTable, NSTable.
  const hierarchical = oneIn(random, 3) ? BigInt(random.below(32) & random.below(32)) << 59n : 0n;
  return aligned(address, terrain.granuleBits) | ignored(random) | hierarchical | 3n;
}

const AP = [0n, 1n, 1n, 2n, 3n, 3n] as const;

function leaf(random: Random, level: number, terrain: Terrain): bigint {
  const { granuleBits } = terrain;
  const size = granuleBits + (3 - level) * (granuleBits - 3);
  const address = random.below(4) === 0 ? elsewhere(random, terrain) : pick(random, terrain.pages);
  const xn = BigInt(random.below(4) & random.below(4)) << 53n;
  const contiguous = oneIn(random, 8) ? 1n << 52n : 0n;
  const nG = BigInt(random.below(2)) << 11n;
  const AF = oneIn(random, 12) ? 0n : 1n << 10n;
  const SH = pick(random, [0n, 2n, 3n]) << 8n;
  const attributes = BigInt(random.below(8)) << 2n;
  return aligned(address, size) | xn | contiguous | nG | AF | SH | (pick(random, AP) << 6n) | attributes
    | ignored(random) | (level === 3 ? 3n : 1n);
}

/** Bits 58:55 are software's. */
const ignored = (random: Random): bigint => BigInt(random.below(16)) << 55n;

const aligned = (address: bigint, bits: number): bigint => (address >> BigInt(bits)) << BigInt(bits);

/** Anywhere that an address of the right size may be, or one bit beyond. */
function elsewhere(random: Random, { outputBits }: Terrain): bigint {
  const bits = Math.min(outputBits, 48);
  if (oneIn(random, 4) && bits < 48) return 1n << BigInt(bits + random.below(48 - bits));
  return BigInt.asUintN(random.below(bits) + 1, random64(random));
}
