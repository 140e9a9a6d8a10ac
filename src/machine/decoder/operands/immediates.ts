// Immediates that are more than a number in a field: masks, floating-point constants, the values that MOV makes.
// Each prints its own #.

import { encodeFloatImmediate } from "../float-immediate";
import { parseExpression } from "../expression";
import type { Scanner } from "../scanner";
import type { Site } from "../operand";
import type { Kind } from "./context";

/**
 * <N:immr:imms mask [decimal] [inverted]>: a logical immediate of the row's width; unlike its field, it has a sign when it
 * is decimal. Inverted is for the assembler: BIC with a mask is AND with its opposite.
 */
export const mask: Kind = (slice, words, context) => {
  const { parts } = context;
  const inverted = words.includes("inverted");
  const sf = context.slice("sf");
  const parse = (text: Scanner, sfValue: number, site: Site) => {
    const width = sfValue ? 64 : 32;
    const value = hashExpression(text, site);
    if (value === undefined) return undefined;
    const fits = value.number === BigInt.asUintN(width, value.number) || value.number === BigInt.asIntN(width, value.number);
    const encoded = fits ? parts.encodeLogicalImmediate(BigInt.asUintN(width, inverted ? ~value.number : value.number), width) : undefined;
    if (encoded !== undefined) return slice.put((encoded.N << 12) | (encoded.immr << 6) | encoded.imms);
    text.position = value.start;
    return text.fail(`a ${width}-bit mask: one run of ones, rotated and repeated`);
  };
  return {
    mask: slice.mask,
    print(word) {
      const width = sf.get(word) ? 64 : 32;
      const bits = slice.get(word);
      const decoded = parts.decodeLogicalImmediate(bits >>> 12, (bits >>> 6) & 63, bits & 63, width);
      if (decoded === undefined) return undefined;
      const value = inverted ? BigInt.asUintN(width, ~decoded) : decoded;
      return words.includes("decimal") ? `#${BigInt.asIntN(width, value)}` : `#0x${value.toString(16)}`;
    },
    parse: (text, soFar, site) => parse(text, sf.get(soFar.value), site),
  };
};

/** <imm8 float>: FMOV's constant, with eight decimals as LLVM prints it. */
export const float: Kind = (slice, _words, { parts }) => ({
  mask: slice.mask,
  print: (word) => `#${parts.decodeFloatImmediate(slice.get(word)).toFixed(8)}`,
  parse(text) {
    text.literal("#");
    text.skipSpace();
    const start = text.position;
    const number = text.match(/[-+]?(?:0x[0-9a-f]+|[0-9]+(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?)(?![\w.])/iy, "a floating-point constant");
    if (number === undefined) return undefined;
    const imm8 = /0x/i.test(number) ? Number(number) : encodeFloatImmediate(Number(number));
    if (imm8 !== undefined && imm8 >= 0 && imm8 <= 255) return slice.put(imm8);
    text.position = start;
    return text.fail("a constant of the form +-n/16 * 2^e, with n from 16 to 31 and e from -3 to 4");
  },
});

/** <hw:imm16 wide>, <hw:imm16 wide inverted>: what MOV means when it is MOVZ or MOVN, as a signed number. */
export const wide: Kind = (slice, words, context) => {
  const sf = context.slice("sf");
  const inverted = words.includes("inverted");
  return {
    mask: slice.mask,
    print(word) {
      const width = sf.get(word) ? 64 : 32;
      const bits = slice.get(word);
      const moved = BigInt(bits & 0xffff) << BigInt(16 * (bits >>> 16));
      return `#${BigInt.asIntN(width, inverted ? ~moved : moved)}`;
    },
    parse(text, soFar, site) {
      const width = sf.get(soFar.value) ? 64 : 32;
      const value = hashExpression(text, site);
      if (value === undefined) return undefined;
      const fits = value.number === BigInt.asUintN(width, value.number) || value.number === BigInt.asIntN(width, value.number);
      const moved = BigInt.asUintN(width, inverted ? ~value.number : value.number);
      for (let hw = 0; fits && hw < width / 16; hw++) {
        if ((moved & ~(0xffffn << BigInt(16 * hw))) === 0n) return slice.put(hw * 0x10000 + Number(moved >> BigInt(16 * hw)));
      }
      text.position = value.start;
      return text.fail("a constant that one MOVZ, MOVN or ORR can make");
    },
  };
};

/** <abc:defgh bytes>: 64 bits, of which each byte repeats one bit of eight. LLVM pads them as C's %#016llx does. */
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
    text.position = value.start;
    return text.fail("64 bits, of which each byte is 0x00 or 0xff");
  },
});

function spread(imm8: number): bigint {
  let value = 0n;
  for (let bit = 0; bit < 8; bit++) if ((imm8 >> bit) & 1) value |= 0xffn << BigInt(8 * bit);
  return value;
}

/** An expression behind an optional #, and where it starts. */
export function hashExpression(text: Scanner, site: Site): { number: bigint; start: number } | undefined {
  text.literal("#");
  text.skipSpace();
  const start = text.position;
  const number = parseExpression(text, site.lookup ?? (() => undefined));
  return number === undefined ? undefined : { number, start };
}
