// Questions for the oracle: operands that are special, near something special, or near each other, under every FPCR.

import { FPCR, FPSR } from "../../../../src/machine/cpu/floating-point/context";
import { FORMATS, type FpWidth } from "../../../../src/machine/cpu/floating-point/format";
import type { Operation } from "./operations";
import type { Question } from "./qemu";

/** A generator of bits, the same from the same seed (xorshift, 64 bits). */
export class Bits {
  #state: bigint;

  constructor(seed: bigint) {
    this.#state = seed | 1n;
  }

  /** 64 bits. */
  word(): bigint {
    this.#state ^= BigInt.asUintN(64, this.#state << 13n);
    this.#state ^= this.#state >> 7n;
    this.#state ^= BigInt.asUintN(64, this.#state << 17n);
    return this.#state;
  }

  /** 0 ... count - 1 */
  below(count: number): number {
    return Number((this.word() >> 11n) % BigInt(count));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

export function question(bits: Bits, operation: Operation): Question {
  const x = operand(bits, operation.width);
  const related = (): bigint => (bits.below(4) === 0 ? near(bits, operation.width, x) : operand(bits, operation.width));
  return {
    operation,
    fpcr: fpcr(bits),
    fpsr: bits.below(2) === 0 ? 0 : FPSR.IXC,
    x,
    y: operation.operands > 1 ? related() : 0n,
    z: operation.operands > 2 ? related() : 0n,
  };
}

function fpcr(bits: Bits): number {
  const rmode = bits.below(2) === 0 ? 0 : bits.below(4) << 22;
  return [FPCR.AHP, FPCR.DN, FPCR.FZ, FPCR.FZ16].reduce((all, flag) => (bits.below(4) === 0 ? all | flag : all), rmode);
}

function operand(bits: Bits, width: FpWidth | 0): bigint {
  if (width === 0) return integer(bits);
  const { F, signBit, infinity } = FORMATS[width];
  const sign = bits.below(2) === 0 ? 0n : signBit;
  switch (bits.below(8)) {
    case 0:
      return sign | bits.pick(special(width));
    case 1:
      return BigInt.asUintN(width, bits.word());
    case 2: // A denormal.
      return sign | (fraction(bits, F) >> BigInt(bits.below(F)));
    default: { // Exponents crowd about 0, where sums overlap and conversions to integers fit, and at both ends.
      const [from, count] = bits.pick([[0, 3], [1, 60], [2 ** (FORMATS[width].E - 1) - 30, 100], [2 ** (FORMATS[width].E - 1) - 4, 8],
        [2 ** FORMATS[width].E - 60, 60], [2 ** FORMATS[width].E - 4, 3], [0, 2 ** FORMATS[width].E]] as const);
      const field = BigInt(Math.max(0, from + bits.below(count))) << BigInt(F);
      return sign | (field & infinity) | fraction(bits, F);
    }
  }
}

/** A few bits at either end, or many. */
function fraction(bits: Bits, F: number): bigint {
  const all = (1n << BigInt(F)) - 1n;
  const some = bits.word() & all;
  switch (bits.below(4)) {
    case 0: return some;
    case 1: return (some & 3n) << BigInt(bits.below(F - 1));
    case 2: return all ^ ((some & 3n) << BigInt(bits.below(F - 1)));
    default: return (some << BigInt(bits.below(F))) & all;
  }
}

function special(width: FpWidth): bigint[] {
  const { F, minimumExponent, infinity, quietBit } = FORMATS[width];
  const one = BigInt(1 - minimumExponent) << BigInt(F);
  const smallest = 1n << BigInt(F);
  return [
    0n, 1n, smallest - 1n, smallest, smallest + 1n, one - 1n, one, one + 1n, one | quietBit,
    infinity - 1n, infinity, infinity | 1n, infinity | (quietBit >> 1n), infinity | quietBit, infinity | quietBit | 5n,
  ];
}

/** x, or a few units in the last place away, or its negative, or with another exponent. */
function near(bits: Bits, width: FpWidth | 0, x: bigint): bigint {
  if (width === 0) return x;
  const { F, signBit } = FORMATS[width];
  const moved = x + BigInt(bits.below(5) - 2) + (BigInt(bits.below(5) - 2) << BigInt(bits.pick([0, F])));
  return BigInt.asUintN(width, bits.below(2) === 0 ? moved : moved ^ signBit);
}

function integer(bits: Bits): bigint {
  const word = bits.word() >> BigInt(bits.below(64));
  const shape = bits.pick([word, word << BigInt(bits.below(40)), (1n << BigInt(bits.below(65))) + BigInt(bits.below(5) - 2)]);
  return BigInt.asUintN(64, bits.below(2) === 0 ? shape : -shape);
}
