import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { bits } from "../notation";
import { showPlain } from "../plain";
import type { DecoderQuestions, ShiftedRegister } from "./questions";

type Parse = DecoderQuestions["parseShiftedRegister"];

const SHIFTS = ["lsl", "lsr", "asr", "ror"] as const;

/** What LLVM 14 makes of `and x0, x2, ...` (w0, w2 for W registers): the fields of its word. */
const FROM_LLVM = [
  //                sf  Rm  shift  imm6   word
  ["x1, lsl #3",    1,  1,  0,     3,     "0x8a010c40"],
  ["x1",            1,  1,  0,     0,     "0x8a010040"],
  ["x1, lsr #63",   1,  1,  1,     63,    "0x8a41fc40"],
  ["x1, asr #1",    1,  1,  2,     1,     "0x8a810440"],
  ["x1, ror #13",   1,  1,  3,     13,    "0x8ac13440"],
  ["w1, lsl #31",   0,  1,  0,     31,    "0x0a017c40"],
  ["xzr",           1,  31, 0,     0,     "0x8a1f0040"],
  ["x30, ror #0",   1,  30, 3,     0,     "0x8ade0040"],
] as const;

/** The same two words, otherwise written. */
const SPELLINGS = [
  //                    sf  Rm  shift  imm6   word
  ["X1, LSL #3",        1,  1,  0,     3,     "0x8a010c40"],
  ["x1,lsl#3",          1,  1,  0,     3,     "0x8a010c40"],
  ["x1 , lsl #3",       1,  1,  0,     3,     "0x8a010c40"],
  ["x1, lsl 3",         1,  1,  0,     3,     "0x8a010c40"],
  ["x1, lsl # 3",       1,  1,  0,     3,     "0x8a010c40"],
  ["  x1, lsl #3  ",    1,  1,  0,     3,     "0x8a010c40"],
  ["x1,\tasr\t#2",      1,  1,  2,     2,     "0x8a810840"],
  ["x1, lsl #0x10",     1,  1,  0,     16,    "0x8a014040"],
] as const;

/** LLVM 14 refuses all of these, but x31, which the manual knows no more than we do. */
const REFUSED = [
  ["x1, lsl #64", "an X register has 64 bits: 0 to 63"],
  ["w1, lsl #32", "a W register has 32 bits: 0 to 31"],
  ["sp", "number 31 is the zero register here"],
  ["wsp, lsl #1", "number 31 is the zero register here"],
  ["x31", "there is no x31"],
  ["x1, lsl", "no distance"],
  ["x1, lsl #", "no distance"],
  ["x1, lsl3", "a distance without # needs a space in front"],
  ["x1, lsl #-1", "no distance is negative"],
  ["x1, lsl ##3", "one # is enough"],
  ["x1, lsl #3.0", "no whole number"],
  ["x1, lsl x2", "a distance in a register is another instruction"],
  ["x1, uxtx #3", "an extension is another operand"],
  ["x1, msl #8", "a shift of vectors"],
  ["x1, #3", "no shift"],
  ["x1 lsl #3", "no comma"],
  ["x1, , lsl #3", "two commas"],
  ["x1, lsl #3,", "a comma with nothing behind it"],
  ["x1, lsl #3 x", "something behind it"],
  ["", "nothing"],
] as const;

export const shiftedRegister: Trial<Parse> = {
  show: {
    call: (text) => `parseShiftedRegister(${showPlain(text)})`,
    answer: (answer) => (answer === undefined ? "undefined (no shifted register)" : fieldsText(answer)),
  },
  properties: [
    { title: "reads what LLVM reads", cases: () => casesOf(FROM_LLVM) },
    { title: "reads it however it is spelled", cases: () => casesOf(SPELLINGS) },
    { title: "refuses what is no shifted register", cases: () => REFUSED.map(([text, why]): Case<Parse> => ({ args: [text], want: undefined, why })) },
    { title: "reads every register", cases: () => everyRegister() },
    { title: "reads or refuses operands put together at random", cases: (draw) => draw.times(500, () => drawCase(draw)) },
  ],
};

const casesOf = (rows: readonly (readonly [text: string, sf: number, Rm: number, shift: number, imm6: number, word: string])[]): Case<Parse>[] =>
  rows.map(([text, sf, Rm, shift, imm6, word]) => ({ args: [text], want: { sf, Rm, shift, imm6 }, why: `LLVM assembles it to ${word}` }));

function everyRegister(): Case<Parse>[] {
  return [1, 0].flatMap((sf) => Array.from({ length: 32 }, (_, Rm): Case<Parse> => (
    { args: [`${registerText(sf, Rm)}, ror #7`], want: { sf, Rm, shift: 3, imm6: 7 } })));
}

const registerText = (sf: number, Rm: number): string => `${sf === 1 ? "x" : "w"}${Rm === 31 ? "zr" : Rm}`;

/** What it is made of says what must come of it. */
function drawCase(draw: Draw): Case<Parse> {
  const [sf, Rm, shift, imm6] = [draw.bits(1), draw.bits(5), draw.bits(2), draw.below(80)];
  const blank = (): string => draw.pick(["", "", " ", "  ", "\t"]);
  const distance = draw.pick([String(imm6), `0x${imm6.toString(16)}`]);
  const mark = draw.pick([`${blank()}#${blank()}`, " ", "\t "]);
  const shifted = `${blank()},${blank()}${SHIFTS[shift]}${mark}${distance}`;
  const text = `${blank()}${registerText(sf, Rm)}${shifted}${blank()}`;
  const want = imm6 < (sf === 1 ? 64 : 32) ? { sf, Rm, shift, imm6 } : undefined;
  return { args: [draw.below(2) === 1 ? text : text.toUpperCase().replace("0X", "0x")], want };
}

const fieldsText = ({ sf, Rm, shift, imm6 }: ShiftedRegister): string =>
  `sf=${showPlain(sf)} Rm=${showPlain(Rm)} shift=${bits(shift, 2)} imm6=${showPlain(imm6)}`;
