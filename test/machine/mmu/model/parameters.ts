// TCR_EL1 by halves of the address space ("TCR_EL1, Translation Control Register (EL1)"): bit 55 of an address says
// which half it is in, and each half has fields of its own.

import { bit, bits, type Choices, type World } from "./world";

export interface Parameters {
  readonly isUpper: boolean;
  readonly TTBR: bigint;
  readonly TxSZ: number;
  /** Logarithm of the granule's size: 12, 14 or 16. */
  readonly granuleBits: number;
  readonly EPD: boolean;
  readonly TBI: boolean;
  /** How many bits an output address may have. */
  readonly outputBits: number;
}

const TG0: readonly (number | undefined)[] = [12, 16, 14, undefined];
const TG1: readonly (number | undefined)[] = [undefined, 14, 12, 16];
/** The last two are of 52 bits and reserved, which is more than there are. */
const IPS = [32, 36, 40, 42, 44, 48, 52, 52] as const;

export function parametersOf(world: World, address: bigint, choices: Choices): Parameters {
  const TCR = world.TCR_EL1;
  const outputBits = Math.min(IPS[Number(bits(TCR, 34, 32))]!, choices.physicalBits);
  return bit(address, 55)
    ? {
      isUpper: true, TTBR: world.TTBR1_EL1, TxSZ: Number(bits(TCR, 21, 16)),
      granuleBits: TG1[Number(bits(TCR, 31, 30))] ?? choices.badGranule,
      EPD: bit(TCR, 23), TBI: bit(TCR, 38), outputBits,
    }
    : {
      isUpper: false, TTBR: world.TTBR0_EL1, TxSZ: Number(bits(TCR, 5, 0)),
      granuleBits: TG0[Number(bits(TCR, 15, 14))] ?? choices.badGranule,
      EPD: bit(TCR, 7), TBI: bit(TCR, 37), outputBits,
    };
}

/** The highest bit of an address that counts: a tag is above it. */
export const addressTop = ({ TBI }: Parameters): number => (TBI ? 55 : 63);
