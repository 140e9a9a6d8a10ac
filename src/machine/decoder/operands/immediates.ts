// Immediates that are more than a number in a field: masks, floating-point constants, the values
// that MOV makes. Each prints its own #.

import { fits, parseExpression } from "../expression";
import { encodeFloatImmediate } from "../float-immediate";
import type { Site } from "../operand";
import type { Scanner } from "../scanner";
import { type Kind, widthBySf } from "./context";

/**
 * <N:immr:imms mask [decimal] [inverted]>: a logical immediate of the row's width; unlike its
 * field, it has a sign when it is decimal. Inverted is for the assembler: BIC with a mask is AND
 * with its opposite.
 */
export const mask: Kind = (slice, words, context) => {
  const { parts } = context;
  const widthOf = widthBySf(context);
  const [decimal, inverted] = [words.includes("decimal"), words.includes("inverted")];
  return {
    mask: slice.mask,
    print(word) {
      const width = widthOf(word);
      const bits = slice.get(word);
      const [N, immr, imms] = [bits >>> 12, (bits >>> 6) & 63, bits & 63];
      const decoded = parts.decodeLogicalImmediate(N, immr, imms, width);
      if (decoded === undefined) return undefined;
      const value = inverted ? BigInt.asUintN(width, ~decoded) : decoded;
      return decimal ? `#${BigInt.asIntN(width, value)}` : `#0x${value.toString(16)}`;
    },
    parse(text, soFar, site) {
      const width = widthOf(soFar.value);
      const value = hashExpression(text, site);
      if (value === undefined) return undefined;
      const wanted = BigInt.asUintN(width, inverted ? ~value.number : value.number);
      const encoded = fits(value.number, width)
        ? parts.encodeLogicalImmediate(wanted, width)
        : undefined;
      if (encoded !== undefined) {
        return slice.put((encoded.N << 12) | (encoded.immr << 6) | encoded.imms);
      }
      return text.refuse(value.start, `a ${width}-bit mask: one run of ones, rotated and repeated`);
    },
  };
};

const FLOAT = /[-+]?(?:0x[0-9a-f]+|[0-9]+(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?)(?![\w.])/iy;

/** <imm8 float>: FMOV's constant, with eight decimals as LLVM prints it. */
export const float: Kind = (slice, _words, { parts }) => ({
  mask: slice.mask,
  print: (word) => `#${parts.decodeFloatImmediate(slice.get(word)).toFixed(8)}`,
  parse(text) {
    text.literal("#");
    text.skipSpace();
    const start = text.position;
    const number = text.match(FLOAT, "a floating-point constant");
    if (number === undefined) return undefined;
    const imm8 = /0x/i.test(number) ? Number(number) : encodeFloatImmediate(Number(number));
    if (imm8 !== undefined && imm8 >= 0 && imm8 <= 255) return slice.put(imm8);
    return text.refuse(
      start, "a constant of the form +-n/16 * 2^e, with n from 16 to 31 and e from -3 to 4");
  },
});

/** <hw:imm16 wide [inverted]>: what MOV means when it is MOVZ (MOVN), as a signed number. */
export const wide: Kind = (slice, words, context) => {
  const widthOf = widthBySf(context);
  const inverted = words.includes("inverted");
  return {
    mask: slice.mask,
    print(word) {
      const bits = slice.get(word);
      const moved = BigInt(bits & 0xffff) << BigInt(16 * (bits >>> 16));
      return `#${BigInt.asIntN(widthOf(word), inverted ? ~moved : moved)}`;
    },
    parse(text, soFar, site) {
      const width = widthOf(soFar.value);
      const value = hashExpression(text, site);
      if (value === undefined) return undefined;
      const moved = BigInt.asUintN(width, inverted ? ~value.number : value.number);
      for (let hw = 0; fits(value.number, width) && hw < width / 16; hw++) {
        const shift = BigInt(16 * hw);
        const isElsewhere = (moved & ~(0xffffn << shift)) !== 0n;
        if (!isElsewhere) return slice.put(hw * 0x10000 + Number(moved >> shift));
      }
      return text.refuse(value.start, "a constant that one MOVZ, MOVN or ORR can make");
    },
  };
};

/**
 * <abc:defgh bytes>: 64 bits, of which each byte repeats one bit of eight. LLVM pads them as C's
 * %#016llx does.
 */
export const bytes: Kind = (slice) => ({
  mask: slice.mask,
  print(word) {
    const value = spread(slice.get(word));
    return value === 0n ? `#${"0".repeat(16)}` : `#0x${value.toString(16).padStart(14, "0")}`;
  },
  parse(text, _soFar, site) {
    const value = hashExpression(text, site);
    if (value === undefined) return undefined;
    const wanted = value.number < 0n ? BigInt.asUintN(64, value.number) : value.number;
    for (let imm8 = 0; imm8 < 256; imm8++) if (spread(imm8) === wanted) return slice.put(imm8);
    return text.refuse(value.start, "64 bits, of which each byte is 0x00 or 0xff");
  },
});

function spread(imm8: number): bigint {
  let value = 0n;
  for (let bit = 0; bit < 8; bit++) if ((imm8 >> bit) & 1) value |= 0xffn << BigInt(8 * bit);
  return value;
}

/** An expression behind an optional #, and where it starts. */
function hashExpression(
  text: Scanner, site: Site,
): { readonly number: bigint; readonly start: number } | undefined {
  text.literal("#");
  text.skipSpace();
  const start = text.position;
  const number = parseExpression(text, site.lookup);
  return number === undefined ? undefined : { number, start };
}
