import type { Gate } from "../gate";

// Changes to the solution of the practice variant.

export const gate: Gate = {
  wrong: [
    // what is wrong                              find                                           replace
    ["reads signed numbers as A64 does",          "bits - 2 ** (width - 1)",                     "(bits << (32 - width)) >> (32 - width)"],
    ["reads signed numbers as unsigned",          "bits - 2 ** (width - 1)",                     "bits + 0 * width"],
    ["forgets the scale",                         `by: 4 * signed(get("hi:lo"), 15)`,            `by: signed(get("hi:lo"), 15)`],
    ["scales before it takes the excess off",     `4 * signed(get("hi:lo"), 15)`,                `signed(4 * get("hi:lo"), 15)`],
    ["puts a split field together the wrong way", `4 * signed(get("hi:lo"), 15)`,                `4 * signed(get("lo:hi"), 15)`],
    ["lets a reserved value pass",                `get("cond") === 6 ? undefined : `,            `get("cond") === 8 ? undefined : `],
    ["reserves what an inner row has",            `["bob", "0110 rb:5 (01) rd:5 ra:5 011 100100 11"`, `["bob", "0110 rb:5 (01) rd:5 ra:5 011 100100 01"`],
    ["decodes bits in parentheses",               `else if (!token.startsWith("(") && bits !== token)`, `else if (bits !== token.replace(/[()]/g, ""))`],
    ["does not look at fixed bits",               `else if (!token.startsWith("(") && bits !== token) return undefined;`, ""],
    ["starts from bit 0",                         `word.toString(2).padStart(32, "0")`,          `[...word.toString(2).padStart(32, "0")].reverse().join("")`],
    ["forgets the zeros in front",                `.padStart(32, "0")`,                          ""],
    ["gives an inner row the operands of the outer", `(get) => ({ imm: signed(get("imm"), 7) })`, `(get) => ({ ra: 3, imm: signed(get("imm"), 7) })`],
    ["has the rows in another order",             "of ROWS)",                                    "of [...ROWS].reverse())"],
  ],
  right: {
    "one row after another, by hand": `
      import type { DecoderQuestions, ForeignInstruction } from "../../src/course/exercises/01-decoder/questions";
      export const decodeForeign: DecoderQuestions["decodeForeign"] = (word): ForeignInstruction | undefined => {
        const f = (hi: number, lo: number) => (word << (31 - hi)) >>> (31 - hi + lo);
        switch (f(31, 28)) {
          case 0b0110: {
            if (f(10, 8) !== 0b011 || f(7, 2) !== 0b100100 || f(1, 0) === 1) return undefined;
            const operands = { rb: f(27, 23), rd: f(20, 16), ra: f(15, 11) };
            return f(1, 0) === 3 ? { name: "bob", operands } : { name: "wob", operands: { ...operands, fn: f(1, 0) } };
          }
          case 0b1000: {
            if (f(2, 0) !== 0b110) return undefined;
            const [rd, ra, imm] = [f(27, 23), f(19, 15), f(9, 3) - 64];
            if (rd !== 0) return { name: "gox", operands: { rd, ra, imm } };
            return ra === 3 ? { name: "zil", operands: { imm } } : { name: "mod", operands: { ra, imm } };
          }
          case 0b1001: {
            if (f(22, 22) !== 0 || f(10, 3) !== 0b01001010 || f(26, 24) === 6) return undefined;
            return { name: "mad", operands: { ra: f(15, 11), cond: f(26, 24), by: 4 * (f(21, 16) * 8 + f(2, 0) - 256) } };
          }
          case 0b1011: {
            if (f(18, 9) !== 0b1001110111) return undefined;
            return { name: "tad", operands: { by: 4 * (f(27, 19) * 64 + f(6, 1) - 16384) } };
          }
          case 0b1101: {
            if (f(13, 10) !== 0b0111 || f(26, 25) === 3) return undefined;
            return { name: "mud", operands: { rd: f(4, 0), ra: f(9, 5), off: 8 * f(24, 18), size: f(26, 25), up: f(27, 27) } };
          }
          default:
            return undefined;
        }
      };`,
  },
};
