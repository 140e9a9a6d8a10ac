// Operands that name an address: <imm19 label *4>, <immhi:immlo label>, <immhi:immlo page>. On its
// own a word prints the distance, #8; with a pc the address, and the symbol there if somebody knows
// it.

import { parseExpression } from "../expression";
import type { Operand } from "../operand";
import type { Slice } from "../slice";
import type { Context, Kind } from "./context";

/**
 * *N: the field counts N bytes at a time. offset: print the distance even where the address is
 * known, as LLVM does for ADR.
 */
export const label: Kind = (slice, words, context) => {
  const scale = Number(words.find((word) => word.startsWith("*"))?.slice(1) ?? 1);
  return address(slice, scale, false, words.includes("offset"), context);
};

export const page: Kind = (slice, _words, context) => address(slice, 1, true, false, context);

function address(
  slice: Slice, scale: number, isPage: boolean, asOffset: boolean, context: Context,
): Operand {
  const { parts } = context;
  const unit = isPage ? 4096n : BigInt(scale);
  const limit = 2n ** BigInt(slice.width - 1);
  return {
    mask: slice.mask,
    print(word, { pc, symbolise }) {
      const offset = parts.signExtend(slice.get(word), slice.width) * scale;
      if (pc === undefined || asOffset) return `#${isPage ? offset * 4096 : offset}`;
      const target = parts.pcRelative(pc, offset, isPage);
      const symbol = symbolise?.(target);
      return `0x${target.toString(16)}${symbol === undefined ? "" : ` ${symbol}`}`;
    },
    parse(text, _soFar, { pc = 0n, lookup }) {
      text.skipSpace();
      const start = text.position;
      const isOffset = text.next === "#";
      if (isOffset) text.position++;
      const value = parseExpression(text, lookup);
      if (value === undefined) return undefined;
      const distance = isOffset ? value : distanceTo(value, pc, isPage);
      if (distance % unit !== 0n) return text.refuse(start, `a target ${alignment(unit)}`);
      const field = distance / unit;
      if (field >= -limit && field < limit) {
        return slice.put(Number(BigInt.asUintN(slice.width, field)));
      }
      return text.refuse(start, `a target within ${(limit * unit) >> 10n} KiB`);
    },
  };
}

/** From `pc` to `target`, the shorter way round; between their pages if `isPage`. */
function distanceTo(target: bigint, pc: bigint, isPage: boolean): bigint {
  const offsetInPage = isPage ? 0xfffn : 0n;
  return BigInt.asIntN(64, (target & ~offsetInPage) - (pc & ~offsetInPage));
}

const alignment = (unit: bigint): string =>
  unit === 4n ? "on a 4-byte boundary" : `a multiple of ${unit} bytes away`;
