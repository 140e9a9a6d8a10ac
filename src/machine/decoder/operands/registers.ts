// Register operands. <Xn>, <Wn|SP>: a general-purpose register of 64 or 32 bits; <Rn>: of the width that the row's
// sf (or x, or sz) bit says. <n>: the bare number of any register, for what the template itself spells: v<n>.16b; <M:m>
// has its top bit in another field than Rm.

import { bug } from "../../../base/bug";
import type { Cube } from "../cube";
import { intersection } from "../cube";
import type { Operand } from "../operand";
import { registerName } from "../register-name";
import type { Slice } from "../slice";
import type { Context } from "./context";

/** A template's register, or undefined if `text` is none: see the head of this file. */
export function registerOperand(text: string, context: Context): Operand | undefined {
  const [, letter, suffix = "", sp, plus] = /^([WXR])([a-z]\w*?)(\|SP)?(?:\+(1))?$/.exec(text) ?? [];
  if (letter !== undefined && context.has(`R${suffix}`)) {
    return generalRegister(letter, context.slice(`R${suffix}`), sp !== undefined, plus === undefined ? 0 : 1, context);
  }
  const [, top = "", bare, next] = /^(\w+:)?([a-z]\w*?)(?:\+([1-3]))?$/.exec(text) ?? [];
  if (bare !== undefined && !context.has(bare) && context.has(`R${bare}`)) {
    return registerNumber(context.slice(`${top}R${bare}`), Number(next ?? 0));
  }
  return undefined;
}

function generalRegister(letter: string, number: Slice, sp: boolean, plus: 0 | 1, context: Context): Operand {
  const sf = letter === "R" ? context.slice(context.has("sf") ? "sf" : context.has("x") ? "x" : "sz") : undefined;
  const widthOf = (word: number): 32 | 64 => (sf === undefined ? letter === "X" : sf.get(word) === 1) ? 64 : 32;
  const wanted = letter === "R" ? "a general-purpose register" : letter === "X" ? "an X register" : "a W register";
  return {
    mask: (number.mask | (sf?.mask ?? 0)) >>> 0,
    whenAbsent: number.put(31),
    print: (word) => registerName((number.get(word) + plus) & 31, widthOf(word), sp),
    parse(text, soFar) {
      text.skipSpace();
      const start = text.position;
      const name = text.match(/[a-z]\w*/iy, wanted);
      const register = name === undefined ? undefined : context.parts.parseRegister(name);
      const cube = register === undefined || (register.number === 31 && register.sp !== sp) ? undefined
        : sf === undefined ? (register.width === (letter === "X" ? 64 : 32) ? number.put((register.number - plus) & 31) : undefined)
        : intersection(number.put((register.number - plus) & 31), sf.put(register.width === 64 ? 1 : 0));
      if (cube !== undefined && intersection(cube, soFar) !== undefined) return cube;
      text.position = start;
      return text.fail(sp ? `${wanted} or the stack pointer` : wanted);
    },
  };
}

function registerNumber(slice: Slice, plus: number): Operand {
  const count = 2 ** slice.width;
  return {
    mask: slice.mask,
    print: (word) => String((slice.get(word) + plus) % count),
    parse(text) {
      text.skipSpace();
      const start = text.position;
      const number = parseRegisterNumber(text);
      if (number === undefined) return undefined;
      if (number < count) return slice.put((number - plus + count) % count);
      text.position = start;
      return text.fail(`a register number from 0 to ${count - 1}`);
    },
  };
}

function parseRegisterNumber(text: { match(pattern: RegExp, wanted: string): string | undefined }): number | undefined {
  const digits = text.match(/(?:[12]?[0-9]|3[01])(?![0-9])/y, "a register number from 0 to 31");
  return digits === undefined ? undefined : Number(digits);
}

/** A list of `count` vector registers, { v30.8b, v31.8b } or { v30.8b - v31.8b }, counted modulo 32; `arrangement` follows each number. */
export function registerList(first: Slice, count: number, arrangement: Operand): Operand {
  return {
    mask: (first.mask | arrangement.mask) >>> 0,
    print(word, site) {
      const suffix = arrangement.print(word, site);
      if (suffix === undefined) return undefined;
      const names = Array.from({ length: count }, (_, i) => `v${(first.get(word) + i) % 32}.${suffix}`);
      return `{ ${names.join(", ")} }`;
    },
    parse(text, soFar, site) {
      if (!text.literal("{")) return undefined;
      const head = vector(soFar);
      if (head === undefined) return undefined;
      if (count > 1 && text.literal("-")) {
        const last = vector(head.shape);
        if (last === undefined) return undefined;
        if ((head.number + count - 1) % 32 !== last.number) return text.fail(`v${(head.number + count - 1) % 32}, the last of ${count} registers`, last.start);
      } else {
        for (let i = 1; i < count; i++) {
          const next = text.literal(",") ? vector(head.shape) : undefined;
          if (next === undefined) return undefined;
          if (next.number !== (head.number + i) % 32) return text.fail(`v${(head.number + i) % 32}, the next register of the list`, next.start);
        }
      }
      return text.literal("}") ? intersection(first.put(head.number), head.shape) : undefined;

      /** One register of the list, whose arrangement agrees with `decided`. */
      function vector(decided: Cube): { number: number; shape: Cube; start: number } | undefined {
        text.skipSpace();
        const start = text.position;
        const number = text.literal("v") ? parseRegisterNumber(text) : undefined;
        const shape = number !== undefined && text.literal(".") ? arrangement.parse(text, decided, site) : undefined;
        return number === undefined || shape === undefined ? undefined : { number, shape, start };
      }
    },
  };
}

/** An operand that is the same text always, for a list whose arrangement the row fixes. */
export function fixedText(literal: string): Operand {
  if (literal === "") bug("an empty operand");
  return { mask: 0, print: () => literal, parse: (text) => (text.literal(literal) ? { mask: 0, value: 0 } : undefined) };
}
