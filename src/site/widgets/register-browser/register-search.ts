/** Finding a register by whatever one has of it: its name, a part of it, words of its title, a field, its numbers, an instruction. */
import type { SystemEncoding } from "../../../machine/cpu/operations";
import { isReservedId, registerAt, REGISTERS, type SystemRegister } from "../../../machine/sysregs/registers";

export interface Found {
  /** The best first. */
  readonly registers: readonly SystemRegister[];
  /** Why there is none; "" if there is one, or nothing was asked. */
  readonly says: string;
}

const nothing: Found = { registers: [], says: "" };

export function searchRegisters(text: string): Found {
  const asked = text.trim();
  if (asked === "") return nothing;
  const encoding = encodingIn(asked);
  if (encoding !== undefined) return foundAt(encoding);
  const [, operand] = /^\s*(?:mrs\s+\w+\s*,\s*(\w+)|msr\s+(\w+))/i.exec(asked)?.filter((part) => part !== undefined) ?? [];
  return foundByWords(operand?.replace(/^(daif)(set|clr)$/i, "$1") ?? asked);
}

const sForm = /\bs([23])_([0-7])_c(1[0-5]|\d)_c(1[0-5]|\d)_([0-7])\b/i;
const fiveNumbers = /^([23])[\s,]+([0-7])[\s,]+c?(1[0-5]|\d)[\s,]+c?(1[0-5]|\d)[\s,]+([0-7])$/i;
const aWord = /^(?:0x)?([0-9a-f]{8})$/i;

/** `S3_0_C1_C0_0`, also in an instruction; `3 0 1 0 0`; the word of an MRS or MSR. */
function encodingIn(text: string): SystemEncoding | undefined {
  const digits = aWord.exec(text)?.[1];
  if (digits !== undefined) return encodingOf(Number.parseInt(digits, 16));
  const numbers = (sForm.exec(text) ?? fiveNumbers.exec(text))?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const [op0, op1, CRn, CRm, op2] = numbers;
  return { op0: op0!, op1: op1!, CRn: CRn!, CRm: CRm!, op2: op2! };
}

/** 1101 0101 00 L 1 o0 op1:3 CRn:4 CRm:4 op2:3 Rt:5 */
function encodingOf(word: number): SystemEncoding | undefined {
  if ((word & 0xffd0_0000) >>> 0 !== 0xd510_0000) return undefined;
  const bits = (low: number, width: number): number => (word >>> low) & ((1 << width) - 1);
  return { op0: 2 + bits(19, 1), op1: bits(16, 3), CRn: bits(12, 4), CRm: bits(8, 4), op2: bits(5, 3) };
}

function foundAt(encoding: SystemEncoding): Found {
  const registers = [registerAt(encoding, "read"), registerAt(encoding, "write")].filter((each) => each !== undefined);
  if (registers.length > 0) return { registers: [...new Set(registers)], says: "" };
  const name = genericName(encoding);
  return { registers, says: isReservedId(encoding) ? `${name} is kept for an ID register to come: at EL1 it reads as zero.` : `This machine has no ${name}: MRS and MSR are Undefined.` };
}

/** `S3_0_C1_C0_0` */
export const genericName = ({ op0, op1, CRn, CRm, op2 }: SystemEncoding): string => `S${op0}_${op1}_C${CRn}_C${CRm}_${op2}`;

function foundByWords(text: string): Found {
  const ranked = REGISTERS.map((register) => ({ register, rank: rankOf(register, text) })).filter(({ rank }) => rank < Infinity);
  ranked.sort((a, b) => a.rank - b.rank); // Stable: equals stay in the order of the tables.
  return ranked.length > 0 ? { registers: ranked.map(({ register }) => register), says: "" } : { registers: [], says: `No register of this machine is called, or does, \u201c${text}\u201d.` };
}

/** How far off a register is; Infinity: it is not meant. */
function rankOf({ name, title, purpose, fields }: SystemRegister, text: string): number {
  const plain = (words: string): string => words.toLowerCase().replace(/[\s_]/g, "");
  const asked = plain(text);
  if (plain(name) === asked || plain(name).replace(/el[01]$/, "") === asked) return 0;
  if (plain(name).startsWith(asked)) return 1;
  if (fields.some((field) => plain(field.name) === asked)) return 2;
  if (plain(name).includes(asked)) return 3;
  const words = text.toLowerCase().split(/\s+/);
  const hasAll = (place: string): boolean => words.every((word) => place.toLowerCase().includes(word));
  if (title.toLowerCase().startsWith(words.join(" "))) return 4;
  if (hasAll(title)) return 5;
  if (hasAll(`${name} ${title} ${purpose}`)) return 6;
  return hasAll(`${name} ${title} ${purpose} ${fields.map((field) => `${field.name} ${field.meaning}`).join(" ")}`) ? 7 : Infinity;
}
