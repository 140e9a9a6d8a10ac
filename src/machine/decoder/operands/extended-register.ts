// <Rm:option:imm3 extended Rd Rn>: the last operand of an addition that can widen it first:
// w3, sxtb #2.
//
// 1. A 64-bit addition takes Xm for UXTX and SXTX, else Wm; one of 32 bits takes Wm.
// 2. Where the extension changes nothing (UXTX of 64 bits, UXTW of 32) and one of the registers
//    named behind `extended` is the stack pointer, it is written LSL, and not at all if the amount
//    is zero: such additions exist for its sake.

import type { Cube } from "../cube";
import type { Site } from "../operand";
import { registerName } from "../register-name";
import type { Scanner } from "../scanner";
import { type Kind, widthBySf } from "./context";
import { integerIn } from "./integers";
import { readRegister } from "./registers";

/** By option. */
const EXTENSIONS = ["uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx"] as const;
/** What readExtension() answers where the source says LSL. */
const LSL = -1;
const HIGHEST_AMOUNT = 4;

export const extended: Kind = (slice, words, context) => {
  const [Rm, option, imm3] = [context.slice("Rm"), context.slice("option"), context.slice("imm3")];
  const widthOf = widthBySf(context);
  const pointers = words.map((word) => context.slice(word));
  const usesPointer = (word: number): boolean => pointers.some(({ get }) => get(word) === 31);
  const put = (register: number, extension: number, amount: number): Cube =>
    slice.put((register << 6) | (extension << 3) | amount);

  return {
    mask: slice.mask,
    print(word) {
      const [width, extension, amount] = [widthOf(word), option.get(word), imm3.get(word)];
      const register = registerName(Rm.get(word), widthFor(extension, width), false);
      const isLsl = extension === plain(width) && usesPointer(word);
      const name = isLsl ? "lsl" : EXTENSIONS[extension];
      if (amount !== 0) return `${register}, ${name} #${amount}`;
      return isLsl ? register : `${register}, ${name}`;
    },
    parse(text, soFar, site) {
      const width = widthOf(soFar.value);
      text.skipSpace();
      const start = text.position;
      const register = readRegister(text, context.parts, "a general-purpose register");
      if (register === undefined || register.sp || register.width > width) {
        return text.refuse(start, width === 32 ? "a W register" : "a general-purpose register");
      }
      const plainIsLsl = usesPointer(soFar.value) && register.width === width;
      if (plainIsLsl && text.atEnd()) return put(register.number, plain(width), 0);
      if (!text.literal(",")) return undefined;
      const extension = readExtension(text, register.width, width, plainIsLsl);
      if (extension === undefined) return undefined;
      const amount = extension !== LSL && text.atEnd() ? 0 : readAmount(text, site);
      if (amount === undefined) return undefined;
      return put(register.number, extension === LSL ? plain(width) : extension, amount);
    },
  };
};

/** The extension that changes nothing. */
const plain = (width: 32 | 64): number => (width === 64 ? 0b011 : 0b010);

/** The width of the register that `extension` takes in an addition of `width` bits. */
const widthFor = (extension: number, width: 32 | 64): 32 | 64 =>
  (extension & 0b011) === 0b011 ? width : 32;

/** An extension that takes a register of `registerWidth` bits in an addition of `width` bits. */
function readExtension(
  text: Scanner, registerWidth: 32 | 64, width: 32 | 64, allowLsl: boolean,
): number | undefined {
  text.skipSpace();
  const start = text.position;
  const allowed = EXTENSIONS.filter((_, extension) => widthFor(extension, width) === registerWidth);
  const wanted = `one of ${[...(allowLsl ? ["lsl"] : []), ...allowed].join(", ")}`;
  const name = text.match(/[a-z]\w*/iy, wanted)?.toLowerCase();
  if (name === undefined) return undefined;
  if (name === "lsl" && allowLsl) return LSL;
  const extension = allowed.find((each) => each === name);
  return extension === undefined ? text.refuse(start, wanted) : EXTENSIONS.indexOf(extension);
}

function readAmount(text: Scanner, site: Site): number | undefined {
  text.literal("#");
  return integerIn(text, site, 0, HIGHEST_AMOUNT);
}
