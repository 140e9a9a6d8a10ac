// A function's body as WebAssembly's text format has it (WebAssembly Core Specification, "Text
// Format: Instructions"), one instruction a line: for who wants to read what the engine has made.
//
// 1. Every immediate is written down, the alignment too: the lines, assembled, are the same bytes.
// 2. Locals and functions have their numbers, or the names that whoever asks has for them.

import { bug } from "../../../base/bug";
import { NO_RESULT } from "./code";
import { Cursor } from "./cursor";
import { TYPE, type ValueType } from "./module";
import { type Immediate, type Mnemonic, OPCODES } from "./opcodes";

export interface TextLine {
  /** Bytes from the body's beginning to the instruction, and to the next. */
  readonly start: number;
  readonly end: number;
  /** How many blocks it is in; `end` and `else` stand as far out as what they belong to. */
  readonly depth: number;
  readonly name: Mnemonic;
  /** What follows the name: "$x0", "offset=8 align=1". Empty: nothing. */
  readonly immediates: string;
}

export interface FunctionText {
  /** The function's own locals, behind its parameters. */
  readonly locals: readonly ValueType[];
  readonly lines: readonly TextLine[];
}

/** What a number is called; undefined: the number. */
export interface TextNames {
  readonly local?: (index: number) => string | undefined;
  readonly function?: (index: number) => string | undefined;
}

interface Row {
  readonly name: Mnemonic;
  readonly immediate: Immediate;
}

const ROWS: ReadonlyMap<number, Row> =
  new Map(OPCODES.map(([name, opcode, immediate]) => [opcode, { name, immediate }]));

const TYPES: ReadonlyMap<number, ValueType> =
  new Map((Object.keys(TYPE) as ValueType[]).map((type) => [TYPE[type], type]));

/** Opcodes from here on are prefixes: a number follows. */
const FIRST_PREFIX = 0xfc;

export function functionText(body: Uint8Array, names: TextNames = {}): FunctionText {
  const cursor = new Cursor(body);
  const locals = readLocals(cursor);
  const lines: TextLine[] = [];
  let depth = 0;
  while (cursor.at < body.length) {
    const start = cursor.at;
    const { name, immediate } = readRow(cursor);
    const immediates = readImmediates(cursor, name, immediate, names);
    const isInner = name === "else" || name === "end";
    if (isInner) depth--;
    if (depth >= 0) lines.push({ start, end: cursor.at, depth, name, immediates });
    if (immediate === "block" || name === "else") depth++;
  }
  return { locals, lines };
}

/** "  local.get $x0": as it stands in a listing. */
export const lineText = ({ depth, name, immediates }: TextLine): string =>
  `${"  ".repeat(depth)}${name}${immediates === "" ? "" : ` ${immediates}`}`;

function readLocals(cursor: Cursor): ValueType[] {
  const locals: ValueType[] = [];
  for (let groups = cursor.unsigned(); groups > 0; groups--) {
    const count = cursor.unsigned();
    const type = readType(cursor.byte());
    for (let i = 0; i < count; i++) locals.push(type);
  }
  return locals;
}

const readType = (byte: number): ValueType =>
  TYPES.get(byte) ?? bug(`no type 0x${byte.toString(16)}`);

function readRow(cursor: Cursor): Row {
  const byte = cursor.byte();
  const opcode = byte < FIRST_PREFIX ? byte : (byte << 8) + cursor.unsigned();
  return ROWS.get(opcode) ?? bug(`no opcode 0x${opcode.toString(16)}`);
}

function readImmediates(
  cursor: Cursor, name: Mnemonic, immediate: Immediate, names: TextNames,
): string {
  switch (immediate) {
    case "": return "";
    case "block": {
      const type = cursor.byte();
      return type === NO_RESULT ? "" : `(result ${readType(type)})`;
    }
    case "label": case "lane": return `${cursor.unsigned()}`;
    case "labels": return listOf(cursor.unsigned() + 1, () => cursor.unsigned());
    case "index": {
      const index = cursor.unsigned();
      const called = name === "call" ? names.function?.(index) : names.local?.(index);
      return called === undefined ? `${index}` : `$${called}`;
    }
    case "memory": return memoryText(cursor);
    case "memory lane": return `${memoryText(cursor)} ${cursor.unsigned()}`;
    case "i32": return `${cursor.signed(32)}`;
    case "i64": return `${cursor.signed(64)}`;
    case "f32": return floatText(cursor.bits(4), 8, 23);
    case "f64": return floatText(cursor.bits(8), 11, 52);
    case "lanes": return listOf(16, () => cursor.byte());
    case "bytes": return `i32x4 ${listOf(4, () => `0x${cursor.bits(4).toString(16)}`)}`;
    case "call_indirect": {
      const type = cursor.unsigned();
      return `${cursor.unsigned()} (type ${type})`;
    }
  }
}

const listOf = (count: number, next: () => number | string): string =>
  Array.from({ length: count }, next).join(" ");

function memoryText(cursor: Cursor): string {
  const alignment = cursor.unsigned();
  return `offset=${cursor.unsigned()} align=${2 ** alignment}`;
}

/** As the text format has all of them: 0x1.8p+3, inf, nan:0x400000. */
function floatText(bits: bigint, exponentBits: number, fractionBits: number): string {
  const most = (1n << BigInt(exponentBits)) - 1n;
  const fraction = bits & ((1n << BigInt(fractionBits)) - 1n);
  const exponent = (bits >> BigInt(fractionBits)) & most;
  const sign = bits >> BigInt(exponentBits + fractionBits) === 0n ? "" : "-";
  if (exponent === most) return sign + (fraction === 0n ? "inf" : `nan:0x${fraction.toString(16)}`);
  if (exponent === 0n && fraction === 0n) return `${sign}0x0p+0`;
  const bias = Number(most >> 1n);
  const power = exponent === 0n ? 1 - bias : Number(exponent) - bias;
  const digits = Math.ceil(fractionBits / 4);
  const aligned = fraction << BigInt(4 * digits - fractionBits);
  const hex = aligned.toString(16).padStart(digits, "0").replace(/0+$/, "");
  const lead = exponent === 0n ? 0 : 1;
  return `${sign}0x${lead}${hex === "" ? "" : `.${hex}`}p${power < 0 ? "" : "+"}${power}`;
}
