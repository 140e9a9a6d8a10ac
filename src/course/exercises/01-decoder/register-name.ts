import type { DecoderParts } from "../../../machine/decoder/parts";
import { parseRegister as ours, type RegisterName } from "../../../machine/decoder/register-name";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";

type Parse = DecoderParts["parseRegister"];

/** Arm ARM, "Names in AArch64 assembler language". */
const NAMES: readonly Case<Parse>[] = [
  { args: ["x0"],  want: { number: 0, width: 64, sp: false } },
  { args: ["w7"],  want: { number: 7, width: 32, sp: false } },
  { args: ["x30"], want: { number: 30, width: 64, sp: false } },
  { args: ["xzr"], want: { number: 31, width: 64, sp: false }, why: "the zero register is number 31" },
  { args: ["wzr"], want: { number: 31, width: 32, sp: false } },
  { args: ["sp"],  want: { number: 31, width: 64, sp: true },  why: "the stack pointer is number 31 too" },
  { args: ["wsp"], want: { number: 31, width: 32, sp: true } },
  { args: ["fp"],  want: { number: 29, width: 64, sp: false }, why: "the frame pointer is x29" },
  { args: ["lr"],  want: { number: 30, width: 64, sp: false }, why: "the link register is x30" },
];

const CASES_OF_LETTERS = ["X7", "W0", "SP", "WSP", "Xzr", "wZR", "LR", "Fp"];

const NO_REGISTERS = [
  ["x31", "number 31 is written xzr or sp"], ["w31", "number 31 is written wzr or wsp"], ["x32", ""], ["x100", ""],
  ["x", "a letter and no number"], ["w", ""], ["", "nothing at all"], ["7", ""], ["x07", "a zero in front"], ["x00", ""], ["x-1", ""],
  ["x1.5", ""], ["x1e1", "10 to Number(), not to an assembler"], ["x0x1", ""], ["x 1", ""], ["x1 ", ""], [" x1", ""], ["x1,", ""],
  ["r0", "another Arm's name"], ["v0", "a vector"], ["d0", ""], ["xsp", ""], ["wlr", ""], ["wfp", ""], ["zr", ""], ["xx1", ""],
  ["constructor", "every JavaScript object has one"], ["toString", ""], ["__proto__", ""],
] as const;

const CHARACTERS = [..."xwXWspzrlf0123456789 -."];

export const registerName: Trial<Parse> = {
  show: {
    call: (name) => `parseRegister(${showPlain(name)})`,
    answer: (answer) => (answer === undefined ? "undefined (no register)" : registerText(answer)),
  },
  properties: [
    { title: "knows the registers", cases: () => NAMES },
    { title: "knows them in capitals", cases: () => CASES_OF_LETTERS.map((name) => caseOf(name)) },
    { title: "knows what is no register", cases: () => NO_REGISTERS.map(([name, why]) => caseOf(name, why)) },
    {
      title: "knows all 31 of each width",
      cases: () => ["x", "w"].flatMap((letter) => Array.from({ length: 31 }, (_, number) => caseOf(`${letter}${number}`))),
    },
    { title: "agrees with the reference on whatever one may type", cases: (draw) => draw.times(500, () => caseOf(drawName(draw))) },
  ],
};

const caseOf = (name: string, why = ""): Case<Parse> => ({ args: [name], want: ours(name), ...(why !== "" && { why }) });

const drawName = (draw: Draw): string => draw.pick(["", "x", "w"]) + draw.times(draw.between(0, 3), () => draw.pick(CHARACTERS)).join("");

const registerText = ({ number, width, sp }: RegisterName): string =>
  `number ${showPlain(number)}, width ${showPlain(width)}, sp ${showPlain(sp)}`;
