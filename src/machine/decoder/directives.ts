// The assembler's directives that make bytes, a row each: how many, and which. Expressions that
// decide a length (.space, .align) may only use symbols defined before. (.equ and .ltorg, which
// make none, are in layout.ts.)

import { characterCode, fits, type Lookup, parseExpression } from "./expression";
import type { Scanner } from "./scanner";

export interface LayoutSite {
  /** In bytes, from the start of the program. */
  readonly offset: number;
  readonly lookup: Lookup;
}

export interface EmitSite {
  /** The directive's own bytes, zero so far. */
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly lookup: Lookup;
}

/** Both answer undefined when the text is wrong: see text.failedAt. */
export interface Directive {
  length(text: Scanner, site: LayoutSite): number | undefined;
  emit(text: Scanner, site: EmitSite): true | undefined;
}

/** .byte, .hword, .word, .xword: expressions of `size` bytes, each in signed or unsigned range. */
function data(size: number): Directive {
  return {
    length: (text) => size * listLength(text),
    emit(text, { bytes, lookup }) {
      for (let offset = 0; offset < bytes.length; offset += size) {
        if (offset > 0 && !text.literal(",")) return undefined;
        text.skipSpace();
        const start = text.position;
        const value = parseExpression(text, lookup);
        if (value === undefined) return undefined;
        if (!fits(value, 8 * size)) return text.fail(`a value of ${8 * size} bits`, start);
        writeLittleEndian(bytes, offset, size, value);
      }
      return true;
    },
  };
}

/** The low `size` bytes of `value`, the lowest first. */
export function writeLittleEndian(
  bytes: Uint8Array, offset: number, size: number, value: bigint,
): void {
  for (let i = 0; i < size; i++) bytes[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
}

/** The number of items in a list that commas separate; a comma in quotes is a character. */
function listLength(text: Scanner): number {
  return text.text.slice(text.position).replace(/'(?:\\.|[^'\\])'/g, "c").split(",").length;
}

/** .ascii, .asciz: quoted strings, in UTF-8, each with `end` behind it. */
function string(end: readonly number[]): Directive {
  const parse = (text: Scanner): number[] | undefined => {
    const all: number[] = [];
    do {
      const quoted = text.match(/"(?:\\.|[^"\\])*"/y, "a string in double quotes");
      if (quoted === undefined) return undefined;
      for (const [piece] of quoted.slice(1, -1).matchAll(/\\.|[^\\]/gu)) {
        if (piece.startsWith("\\")) all.push(characterCode(piece));
        else all.push(...utf8(piece.codePointAt(0)!));
      }
      all.push(...end);
    } while (text.literal(","));
    return all;
  };
  return {
    length: (text) => parse(text)?.length,
    emit(text, { bytes }) {
      const all = parse(text);
      if (all === undefined) return undefined;
      bytes.set(all);
      return true;
    },
  };
}

function utf8(code: number): number[] {
  if (code < 0x80) return [code];
  const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  const sixBits = (place: number): number => (code >> (6 * place)) & 0x3f;
  const tail = Array.from({ length: more }, (_, i) => 0x80 | sixBits(more - 1 - i));
  return [((0xf00 >> more) & 0xff) | (code >> (6 * more)), ...tail];
}

/** A count that is known when the program is laid out. */
function parseCount(text: Scanner, lookup: Lookup, highest: number): number | undefined {
  text.skipSpace();
  const start = text.position;
  const value = parseExpression(text, lookup);
  if (value === undefined) return undefined;
  if (value >= 0n && value <= BigInt(highest)) return Number(value);
  return text.fail(`an integer from 0 to ${highest}`, start);
}

/** .space n [, fill]. */
const SPACE: Directive = {
  length: (text, { lookup }) => parseCount(text, lookup, 2 ** 26),
  emit(text, { bytes, lookup }) {
    if (parseCount(text, lookup, 2 ** 26) === undefined) return undefined;
    const fill = text.literal(",") ? parseCount(text, lookup, 255) : 0;
    if (fill === undefined) return undefined;
    bytes.fill(fill);
    return true;
  },
};

const NOP = [0x1f, 0x20, 0x03, 0xd5] as const;

/**
 * .align n (a power of two), .balign n (bytes). What is in between may be run into: zeros up to a
 * word, then NOPs.
 */
function align(bytesOf: (n: number) => number, highest: number): Directive {
  return {
    length(text, { offset, lookup }) {
      const n = parseCount(text, lookup, highest);
      if (n === undefined) return undefined;
      const unit = Math.max(bytesOf(n), 1);
      return Math.ceil(offset / unit) * unit - offset;
    },
    emit(text, { bytes, lookup }) {
      const zeros = bytes.length % 4;
      for (let i = zeros; i < bytes.length; i++) bytes[i] = NOP[(i - zeros) % 4]!;
      return parseCount(text, lookup, highest) === undefined ? undefined : true;
    },
  };
}

/** Accepted for the sake of sources written for other assemblers: we make one flat program. */
const IGNORED: Directive = {
  length: () => 0,
  emit(text) {
    text.position = text.text.length;
    return true;
  },
};

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  ".byte":   data(1),
  ".hword":  data(2), ".short": data(2), ".2byte": data(2),
  ".word":   data(4), ".long":  data(4), ".4byte": data(4), ".inst": data(4),
  ".xword":  data(8), ".quad":  data(8), ".8byte": data(8),
  ".ascii":  string([]),
  ".asciz":  string([0]), ".string": string([0]),
  ".space":  SPACE, ".zero": SPACE, ".skip": SPACE,
  ".align":  align((n) => 2 ** n, 16), ".p2align": align((n) => 2 ** n, 16),
  ".balign": align((n) => n, 65536),
  ".text":   IGNORED, ".data": IGNORED, ".bss": IGNORED, ".section": IGNORED,
  ".globl":  IGNORED, ".global": IGNORED, ".local": IGNORED,
  ".type":   IGNORED, ".size": IGNORED, ".arch": IGNORED, ".cpu": IGNORED,
};

export function directiveNamed(name: string): Directive | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(DIRECTIVES, lower) ? DIRECTIVES[lower] : undefined;
}
