// The index of LDR (register): <Rm:option:S index N>, a register extended to 64 bits and shifted left by nothing or,
// where S is 1, by N, the logarithm of the access's size.
//
//   option   010          011               110          111
//   S = 0    w1, uxtw     x1                w1, sxtw     x1, sxtx
//   S = 1    w1, uxtw #3  x1, lsl #3        w1, sxtw #3  x1, sxtx #3

import { registerName } from "../register-name";
import type { Kind } from "./context";
import { parseInteger } from "./integers";

/** By option; the others are reserved. option<0> says whether the index is an X register. */
const EXTENSIONS: readonly (string | undefined)[] = [undefined, undefined, "uxtw", "lsl", undefined, undefined, "sxtw", "sxtx"];
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
      text.skipSpace();
      const start = text.position;
      const name = text.match(/[a-z]\w*/iy, "an index register");
      const register = name === undefined ? undefined : context.parts.parseRegister(name);
      if (register === undefined || (register.number === 31 && register.sp)) {
        text.position = start;
        return text.fail("an index register");
      }
      const put = (extension: number, shifted: 0 | 1) => slice.put((register.number << 4) | (extension << 1) | shifted);
      text.skipSpace();
      if (text.text[text.position] !== ",") {
        return register.width === 64 ? put(LSL, 0) : text.fail('", uxtw" or ", sxtw" behind a W register');
      }
      text.position++;

      const allowed = register.width === 64 ? ["lsl", "sxtx"] : ["uxtw", "sxtw"];
      const wanted = allowed.join(" or ");
      text.skipSpace();
      const extensionAt = text.position;
      const extension = text.match(/[a-z]+/iy, wanted)?.toLowerCase();
      if (extension === undefined) return undefined;
      if (!allowed.includes(extension)) {
        text.position = extensionAt;
        return text.fail(wanted);
      }
      text.skipSpace();
      const isShifted = /[^\]]/.test(text.text[text.position] ?? "]");
      if (!isShifted) return extension === "lsl" ? text.fail("the amount of the shift") : put(EXTENSIONS.indexOf(extension), 0);

      text.literal("#");
      const amount = parseInteger(text, site.lookup);
      if (amount === undefined) return undefined;
      // A byte is shifted by 0 either way, and says S = 1 by saying #0.
      if (amount.number === shift) return put(EXTENSIONS.indexOf(extension), 1);
      if (amount.number === 0) return put(EXTENSIONS.indexOf(extension), 0);
      text.position = amount.start;
      return text.fail(shift === 0 ? "a shift of 0" : `a shift of 0 or ${shift}`);
    },
  };
};
