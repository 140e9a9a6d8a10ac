// The names of a kernel's functions, out of its Image: Linux carries its own symbol table, kallsyms, to name functions
// when it reports a fault (Linux 6.1, scripts/kallsyms.c writes it, kernel/kallsyms.c reads it). Nothing says where in
// the Image it is; its parts lie one behind the other, each at a multiple of 8, and one of them is easy to recognize:
//
//   offsets        u32 a symbol: its distance from the first one, in ascending order
//   relative_base  u64: where that one is, when the kernel has been relocated
//   num_syms       u32
//   names          a symbol: how many tokens, in one byte or two, and the tokens; the text's first letter is the kind
//   markers        u32: where each 256th name begins
//   seqs_of_names  3 bytes a symbol: their order by name, not in every 6.1
//   token_table    256 texts; those of the letters and digits are they themselves: "0", "1", ... "9"
//   token_index    u16: where each token's text begins

import { UserFault } from "../../../src/base/fault";

export interface KernelSymbol {
  readonly name: string;
  /** As nm has it: "T" and "t" are functions. */
  readonly kind: string;
  /** From the first byte of the Image. */
  readonly offset: number;
}

const TOKENS = 256;
/** Names from one marker to the next. */
const STRIDE = 256;
/** No kernel has as few symbols. */
const FEWEST = 1000;
/** The texts of the digits, one behind the other. */
const DIGITS = [..."0123456789"].flatMap((digit) => [digit.charCodeAt(0), 0]);
const FIRST_DIGIT = 0x30;

const ENTRY = "primary_entry";
/** B label, the upper six bits. */
const B = 0b000101;

const align8 = (offset: number): number => Math.ceil(offset / 8) * 8;

export function kernelSymbols(image: Uint8Array): KernelSymbol[] {
  const tokens = findTokens(image);
  const names = tokens && findNames(image, tokens);
  if (tokens === undefined || names === undefined) throw new UserFault("the kernel has no symbol table of the kind that Linux 6.1 has");
  const view = viewOf(image);
  const offsets = names.start - 16 - align8(4 * names.count);
  const symbols: KernelSymbol[] = [];
  let at = names.start;
  for (let i = 0; i < names.count; i++) {
    const { text, end } = nameAt(image, at, tokens.texts);
    symbols.push({ kind: text[0]!, name: text.slice(1), offset: view.getUint32(offsets + 4 * i, true) });
    at = end;
  }
  const first = firstOffset(view, symbols);
  return symbols.map((symbol) => ({ ...symbol, offset: symbol.offset + first }));
}

/** Where the first symbol is in the Image: its second word is a branch to primary_entry (arch/arm64/kernel/head.S). */
function firstOffset(view: DataView, symbols: readonly KernelSymbol[]): number {
  const entry = symbols.find(({ name }) => name === ENTRY);
  const branch = view.getUint32(4, true);
  if (entry === undefined || branch >>> 26 !== B) throw new UserFault(`the kernel does not begin with a branch to ${ENTRY}`);
  return 4 + ((branch & 0x3ff_ffff) << 2) - entry.offset;
}

interface Tokens {
  readonly start: number;
  readonly texts: readonly string[];
}

/** The index, which follows the texts, says how far before the digits the first text is. */
function findTokens(image: Uint8Array): Tokens | undefined {
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  for (let digits = bytes.indexOf(Buffer.from(DIGITS)); digits >= 0; digits = bytes.indexOf(Buffer.from(DIGITS), digits + 1)) {
    const index = align8(textsAt(bytes, digits, TOKENS - FIRST_DIGIT).end);
    if (index + 2 * TOKENS > bytes.length) continue;
    const start = digits - bytes.readUInt16LE(index + 2 * FIRST_DIGIT);
    if (start < 0) continue;
    const { texts, starts } = textsAt(bytes, start, TOKENS);
    if (starts.every((each, i) => bytes.readUInt16LE(index + 2 * i) === each)) return { start, texts };
  }
  return undefined;
}

function textsAt(bytes: Buffer, start: number, count: number): { readonly texts: string[]; readonly starts: number[]; readonly end: number } {
  const texts: string[] = [];
  const starts: number[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const end = bytes.indexOf(0, at);
    starts.push(at - start);
    texts.push(bytes.toString("latin1", at, end));
    at = end + 1;
  }
  return { texts, starts, end: at };
}

interface Names {
  readonly start: number;
  readonly count: number;
}

/** The names are before the tokens, with their number in front: whatever could be a number is tried. */
function findNames(image: Uint8Array, tokens: Tokens): Names | undefined {
  const view = viewOf(image);
  for (let start = align8(tokens.start) - 8; start >= 16; start -= 8) {
    const names = { start, count: view.getUint32(start - 8, true) };
    if (names.count >= FEWEST && names.count < (tokens.start - start) / 2 && agrees(image, names, tokens.start)) return names;
  }
  return undefined;
}

/** Whether so many names, of one token or more each, end where the markers begin, and those say the same. */
function agrees(image: Uint8Array, { start, count }: Names, most: number): boolean {
  const begins: number[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (i % STRIDE === 0) begins.push(at - start);
    const { tokens, length } = tokensAt(image, at);
    at = tokens + length;
    if (length === 0 || at > most) return false;
  }
  const markers = align8(at);
  return begins.every((each, i) => viewOf(image).getUint32(markers + 4 * i, true) === each);
}

/** A first byte of 128 or more has only seven bits of the number; the next has the others. */
function tokensAt(image: Uint8Array, at: number): { readonly tokens: number; readonly length: number } {
  const low = image[at]!;
  return low < 0x80 ? { tokens: at + 1, length: low } : { tokens: at + 2, length: (low & 0x7f) | (image[at + 1]! << 7) };
}

function nameAt(image: Uint8Array, at: number, texts: readonly string[]): { readonly text: string; readonly end: number } {
  const { tokens, length } = tokensAt(image, at);
  let text = "";
  for (let i = 0; i < length; i++) text += texts[image[tokens + i]!]!;
  return { text, end: tokens + length };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
