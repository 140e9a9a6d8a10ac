// The index of LDR (register): <Rm:option:S index N>, a register extended to 64 bits and shifted
// left by nothing or, where S is 1, by N, the logarithm of the access's size.
//
//   option   010          011               110          111
//   S = 0    w1, uxtw     x1                w1, sxtw     x1, sxtx
//   S = 1    w1, uxtw #3  x1, lsl #3        w1, sxtw #3  x1, sxtx #3

import type { Site } from "../operand";
import { type RegisterName, registerName } from "../register-name";
import type { Scanner } from "../scanner";
import type { Context, Kind } from "./context";
import { parseInteger } from "./integers";
import { readRegister } from "./registers";

/** By option; the others are reserved. option<0> says whether the index is an X register. */
const EXTENSIONS: readonly (string | undefined)[] = [
  undefined, undefined, "uxtw", "lsl",
  undefined, undefined, "sxtw", "sxtx",
];
const LSL = 0b011;

export const index: Kind = (slice, [size], context) => {
  const [Rm, option, S] = [context.slice("Rm"), context.slice("option"), context.slice("S")];
  const shift = Number(size);
  return {
    mask: slice.mask,
    print(word) {
      const extension = EXTENSIONS[option.get(word)];
      if (extension === undefined) return undefined;
      const register = registerName(Rm.get(word), option.get(word) & 1 ? 64 : 32, false);
      if (S.get(word)) return `${register}, ${extension} #${shift}`;
      return extension === "lsl" ? register : `${register}, ${extension}`;
    },
    parse(text, _soFar, site) {
      const register = readIndex(text, context);
      if (register === undefined) return undefined;
      const extension = readExtension(text, register);
      if (extension === undefined) return undefined;
      const shifted = readShift(text, extension, shift, site);
      if (shifted === undefined) return undefined;
      return slice.put((register.number << 4) | (extension.option << 1) | shifted);
    },
  };
};

function readIndex(text: Scanner, { parts }: Context): RegisterName | undefined {
  text.skipSpace();
  const start = text.position;
  const register = readRegister(text, parts, "an index register");
  if (register !== undefined && !register.sp) return register;
  return text.refuse(start, "an index register");
}

interface Extension {
  readonly option: number;
  /** Whether it was left out, behind an X register: lsl #0. */
  readonly implied: boolean;
}

function readExtension(text: Scanner, { width }: RegisterName): Extension | undefined {
  text.skipSpace();
  if (text.next !== ",") {
    if (width === 64) return { option: LSL, implied: true };
    return text.fail('", uxtw" or ", sxtw" behind a W register');
  }
  text.position++;
  text.skipSpace();
  const start = text.position;
  const allowed = width === 64 ? ["lsl", "sxtx"] : ["uxtw", "sxtw"];
  const wanted = allowed.join(" or ");
  const name = text.match(/[a-z]+/iy, wanted)?.toLowerCase();
  if (name === undefined) return undefined;
  if (!allowed.includes(name)) return text.refuse(start, wanted);
  return { option: EXTENSIONS.indexOf(name), implied: false };
}

/** S. An access of a byte is shifted by 0 either way; it says S = 1 by saying #0. */
function readShift(
  text: Scanner, { option, implied }: Extension, shift: number, site: Site,
): 0 | 1 | undefined {
  if (implied) return 0;
  text.skipSpace();
  if (text.next === "]") return option === LSL ? text.fail("the amount of the shift") : 0;
  text.literal("#");
  const amount = parseInteger(text, site.lookup);
  if (amount === undefined) return undefined;
  if (amount.number === shift) return 1;
  if (amount.number === 0) return 0;
  return text.refuse(amount.start, shift === 0 ? "a shift of 0" : `a shift of 0 or ${shift}`);
}
