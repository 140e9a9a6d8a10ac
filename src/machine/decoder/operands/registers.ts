// Register operands. <Xn>, <Wn|SP>: a general-purpose register of 64 or 32 bits; <Rn>: of the width
// that the row's sf (or x, or sz) bit says. <n>: the bare number of any register, for what the
// template itself spells: v<n>.16b; <M:m> has its top bit in another field than Rm.

import { bug } from "../../../base/bug";
import { ANY, type Cube, intersection, overlap } from "../cube";
import type { Operand, Site } from "../operand";
import type { DecoderParts } from "../parts";
import { type RegisterName, registerName } from "../register-name";
import type { Scanner } from "../scanner";
import type { Slice } from "../slice";
import type { Context } from "./context";

/** A template's register, or undefined if `text` is none: see the head of this file. */
export function registerOperand(text: string, context: Context): Operand | undefined {
  const [, letter, suffix = "", sp, next] =
    /^([WXR])([a-z]\w*?)(\|SP)?(?:\+(1))?$/.exec(text) ?? [];
  if (letter !== undefined && context.has(`R${suffix}`)) {
    const number = context.slice(`R${suffix}`);
    return generalRegister(letter, number, sp !== undefined, Number(next ?? 0), context);
  }
  const [, top = "", bare, plus] = /^(\w+:)?([a-z]\w*?)(?:\+([1-3]))?$/.exec(text) ?? [];
  if (bare !== undefined && !context.has(bare) && context.has(`R${bare}`)) {
    return registerNumber(context.slice(`${top}R${bare}`), Number(plus ?? 0));
  }
  return undefined;
}

const WANTED: Readonly<Record<string, string>> = {
  R: "a general-purpose register",
  X: "an X register",
  W: "a W register",
};

/** Register `number` + `plus`. `sp`: what the name of number 31 is. */
function generalRegister(
  letter: string, number: Slice, sp: boolean, plus: number, context: Context,
): Operand {
  const sf = letter === "R" ? widthBit(context) : undefined;
  const widthOf = (word: number): 32 | 64 =>
    (sf === undefined ? letter === "X" : sf.get(word) === 1) ? 64 : 32;
  const wanted = WANTED[letter]!;

  /** The words with `register` as this operand; undefined if it cannot be. */
  const wordsWith = (register: RegisterName): Cube | undefined => {
    if (register.number === 31 && register.sp !== sp) return undefined;
    const words = number.put((register.number - plus) & 31);
    if (sf !== undefined) return intersection(words, sf.put(register.width === 64 ? 1 : 0));
    return register.width === (letter === "X" ? 64 : 32) ? words : undefined;
  };

  return {
    mask: (number.mask | (sf?.mask ?? 0)) >>> 0,
    whenAbsent: number.put(31),
    print: (word) => registerName((number.get(word) + plus) & 31, widthOf(word), sp),
    parse(text, soFar) {
      text.skipSpace();
      const start = text.position;
      const register = readRegister(text, context.parts, wanted);
      const words = register && wordsWith(register);
      if (words !== undefined && overlap(words, soFar)) return words;
      return text.refuse(start, sp ? `${wanted} or the stack pointer` : wanted);
    },
  };
}

function widthBit(context: Context): Slice {
  const name = ["sf", "x", "sz"].find((field) => context.has(field));
  return context.slice(name ?? bug("no bit says how wide <Rn> is"));
}

/** The register whose name stands here. A name that is no register's is the caller's to refuse. */
export function readRegister(
  text: Scanner, parts: DecoderParts, wanted: string,
): RegisterName | undefined {
  const name = text.match(/[a-z]\w*/iy, wanted);
  return name === undefined ? undefined : parts.parseRegister(name);
}

function registerNumber(slice: Slice, plus: number): Operand {
  const count = 2 ** slice.width;
  return {
    mask: slice.mask,
    print: (word) => String((slice.get(word) + plus) % count),
    parse(text) {
      text.skipSpace();
      const start = text.position;
      const number = readRegisterNumber(text);
      if (number === undefined) return undefined;
      if (number < count) return slice.put((number - plus + count) % count);
      return text.refuse(start, `a register number from 0 to ${count - 1}`);
    },
  };
}

function readRegisterNumber(text: Scanner): number | undefined {
  const digits = text.match(/(?:[12]?[0-9]|3[01])(?![0-9])/y, "a register number from 0 to 31");
  return digits === undefined ? undefined : Number(digits);
}

/**
 * A list of `count` vector registers, { v30.8b, v31.8b } or { v30.8b - v31.8b }, counted modulo 32;
 * `arrangement` follows each number.
 */
export function registerList(first: Slice, count: number, arrangement: Operand): Operand {
  return {
    mask: (first.mask | arrangement.mask) >>> 0,
    print(word, site) {
      const suffix = arrangement.print(word, site);
      if (suffix === undefined) return undefined;
      const nameAt = (i: number): string => `v${(first.get(word) + i) % 32}.${suffix}`;
      return `{ ${Array.from({ length: count }, (_, i) => nameAt(i)).join(", ")} }`;
    },
    parse(text, soFar, site) {
      const head = text.literal("{") ? readVector(text, arrangement, soFar, site) : undefined;
      if (head === undefined) return undefined;
      const isRange = count > 1 && text.literal("-");
      const role = isRange ? `the last of ${count} registers` : "the next register of the list";
      for (let i = isRange ? count - 1 : 1; i < count; i++) {
        if (!isRange && !text.literal(",")) return undefined;
        const next = readVector(text, arrangement, head.shape, site);
        if (next === undefined) return undefined;
        const due = (head.number + i) % 32;
        if (next.number !== due) return text.fail(`v${due}, ${role}`, next.start);
      }
      return text.literal("}") ? intersection(first.put(head.number), head.shape) : undefined;
    },
  };
}

interface Vector {
  readonly number: number;
  /** What its arrangement decides. */
  readonly shape: Cube;
  readonly start: number;
}

/** A vector register whose arrangement agrees with `decided`. */
function readVector(
  text: Scanner, arrangement: Operand, decided: Cube, site: Site,
): Vector | undefined {
  text.skipSpace();
  const start = text.position;
  const number = text.literal("v") ? readRegisterNumber(text) : undefined;
  if (number === undefined || !text.literal(".")) return undefined;
  const shape = arrangement.parse(text, decided, site);
  return shape && { number, shape, start };
}

/** An operand that is the same text always, for a list whose arrangement the row fixes. */
export function fixedText(literal: string): Operand {
  if (literal === "") bug("an empty operand");
  return {
    mask: 0,
    print: () => literal,
    parse: (text) => (text.literal(literal) ? ANY : undefined),
  };
}
