import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { word } from "../notation";
import type { SystemQuestions } from "./questions";

type SystemWord = SystemQuestions["systemWord"];

/** What llvm-mc of LLVM 14 makes of it. */
const FROM_LLVM: readonly Case<SystemWord>[] = [
  { args: ["MRS", "S3_0_C15_C2_0", 0],   want: 0xd538f200, why: "llvm-mc: mrs x0, S3_0_C15_C2_0" },
  { args: ["MSR", "S3_0_C15_C2_0", 0],   want: 0xd518f200, why: "llvm-mc: msr S3_0_C15_C2_0, x0" },
  { args: ["MRS", "S3_0_C1_C0_0", 7],    want: 0xd5381007, why: "llvm-mc: mrs x7, SCTLR_EL1" },
  { args: ["MSR", "S3_3_C13_C0_2", 29],  want: 0xd51bd05d, why: "llvm-mc: msr TPIDR_EL0, x29" },
  { args: ["MRS", "S3_3_C14_C0_2", 1],   want: 0xd53be041, why: "llvm-mc: mrs x1, CNTVCT_EL0" },
  { args: ["MRS", "S3_3_C4_C2_1", 30],   want: 0xd53b423e, why: "llvm-mc: mrs x30, DAIF" },
  { args: ["MSR", "S3_6_C11_C8_5", 12],  want: 0xd51eb8ac, why: "llvm-mc: msr S3_6_C11_C8_5, x12" },
];

const ENDS: readonly Case<SystemWord>[] = [
  { args: ["MRS", "S2_7_C0_C15_7", 31],  want: 0xd5370fff, why: "llvm-mc: mrs xzr, S2_7_C0_C15_7" },
  { args: ["MSR", "S3_7_C15_C15_7", 31], want: 0xd51fffff, why: "llvm-mc: msr S3_7_C15_C15_7, xzr" },
  { args: ["MSR", "S2_0_C0_C0_0", 0],    want: 0xd5100000, why: "llvm-mc: msr S2_0_C0_C0_0, x0" },
];

const NO_NAMES: readonly Case<SystemWord>[] = [
  { args: ["MRS", "S1_0_C7_C8_0", 1],    want: undefined, why: "op0 = 1 is SYSL, which is no MRS" },
  { args: ["MRS", "S0_3_C2_C0_0", 1],    want: undefined, why: "op0 = 0 is where hints and barriers are" },
  { args: ["MSR", "S4_0_C0_C0_0", 1],    want: undefined, why: "op0 has two bits" },
  { args: ["MSR", "S3_8_C0_C0_0", 1],    want: undefined, why: "op1 has three bits" },
  { args: ["MRS", "S3_0_C16_C0_0", 1],   want: undefined, why: "CRn has four bits" },
  { args: ["MRS", "S3_0_C0_C16_0", 1],   want: undefined, why: "CRm has four bits" },
  { args: ["MRS", "S3_0_C0_C0_8", 1],    want: undefined, why: "op2 has three bits" },
  { args: ["MRS", "S3_0_C0_C0", 1],      want: undefined, why: "op2 is missing" },
  { args: ["MRS", "XS3_0_C0_C0_0", 1],   want: undefined, why: "something is in front of it" },
  { args: ["MRS", "S3_0_C0_C0_0_1", 1],  want: undefined, why: "something is behind it" },
  { args: ["MRS", "SCTLR_EL1", 1],       want: undefined, why: "a name, but not of this kind" },
];

export const encoding: Trial<SystemWord> = {
  show: {
    call: (instruction, register, Rt) => `systemWord("${instruction}", "${register}", ${Rt})`,
    answer: (answer) => (answer === undefined ? "undefined" : word(answer)),
  },
  properties: [
    { title: "assembles as LLVM does", cases: () => FROM_LLVM },
    { title: "goes to the ends, and gives unsigned words", cases: () => ENDS },
    { title: "knows what is no such name", cases: () => NO_NAMES },
    { title: "puts every number in its place", cases: (draw) => draw.times(200, () => drawCase(draw)) },
  ],
};

/** The word is written down in binary, number by number. */
function drawCase(draw: Draw): Case<SystemWord> {
  const instruction = draw.pick(["MRS", "MSR"] as const);
  const [op0, op1, CRn, CRm, op2, Rt] = [draw.between(2, 3), draw.bits(3), draw.bits(4), draw.bits(4), draw.bits(3), draw.bits(5)];
  const numbers = [[op0, 2], [op1, 3], [CRn, 4], [CRm, 4], [op2, 3], [Rt, 5]] as const;
  const binary = `1101010100${instruction === "MRS" ? 1 : 0}${numbers.map(([value, width]) => value.toString(2).padStart(width, "0")).join("")}`;
  return { args: [instruction, `S${op0}_${op1}_C${CRn}_C${CRm}_${op2}`, Rt], want: Number.parseInt(binary, 2) };
}
