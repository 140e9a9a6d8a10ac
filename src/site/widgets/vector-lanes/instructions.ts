/**
 * The instructions that the figure offers. <T> is the arrangement of all lanes of the chosen size, <Th> of
 * half of them; <Tw> of lanes twice as wide, <Tn> of lanes half as wide; <t> the letter of a lane.
 */
import { assembleLine } from "../../../machine/decoder/assembler";
import { UserFault } from "../../../base/fault";
import type { LaneReading, LaneSize } from "./lanes";

export interface VectorInstruction {
  readonly name: string;
  readonly text: string;
  /** How lanes are best read. */
  readonly reading: LaneReading;
  /** Which values show it best. */
  readonly example: "pixels" | "letters" | "floats";
  /** The size of a lane of the result against that of the sources. */
  readonly result: "same" | "wide" | "narrow";
}

type Line = readonly [text: string, reading?: LaneReading, example?: VectorInstruction["example"], result?: VectorInstruction["result"]];

const lines: readonly Line[] = [
  ["add v0.<T>, v1.<T>, v2.<T>"],
  ["uqadd v0.<T>, v1.<T>, v2.<T>"],
  ["sqadd v0.<T>, v1.<T>, v2.<T>", "signed"],
  ["uqsub v0.<T>, v1.<T>, v2.<T>"],
  ["uhadd v0.<T>, v1.<T>, v2.<T>"],
  ["mul v0.<T>, v1.<T>, v2.<T>"],
  ["umax v0.<T>, v1.<T>, v2.<T>"],
  ["cmgt v0.<T>, v1.<T>, v2.<T>", "signed"],
  ["addp v0.<T>, v1.<T>, v2.<T>"],
  ["addv <t>0, v1.<T>"],
  ["saddl v0.<Tw>, v1.<Th>, v2.<Th>", "signed", "pixels", "wide"],
  ["umull v0.<Tw>, v1.<Th>, v2.<Th>", "unsigned", "pixels", "wide"],
  ["xtn v0.<Tn>, v1.<T>", "hexadecimal", "pixels", "narrow"],
  ["sqxtun v0.<Tn>, v1.<T>", "unsigned", "pixels", "narrow"],
  ["zip1 v0.<T>, v1.<T>, v2.<T>", "hexadecimal", "letters"],
  ["uzp1 v0.<T>, v1.<T>, v2.<T>", "hexadecimal", "letters"],
  ["trn1 v0.<T>, v1.<T>, v2.<T>", "hexadecimal", "letters"],
  ["rev64 v0.<T>, v1.<T>", "hexadecimal", "letters"],
  ["ext v0.<T>, v1.<T>, v2.<T>, #3", "hexadecimal", "letters"],
  ["tbl v0.<T>, { v1.<T> }, v2.<T>", "hexadecimal", "letters"],
  ["dup v0.<T>, v1.<t>[0]"],
  ["fadd v0.<T>, v1.<T>, v2.<T>", "float", "floats"],
  ["fmul v0.<T>, v1.<T>, v2.<T>", "float", "floats"],
  ["faddp v0.<T>, v1.<T>, v2.<T>", "float", "floats"],
];

export const vectorInstructions: readonly VectorInstruction[] = lines.map(([text, reading = "unsigned", example = "pixels", result = "same"]) => ({
  name: text.split(" ")[0]!, text, reading, example, result,
}));

export const laneSizes: readonly LaneSize[] = [8, 16, 32, 64];

const letters = { 8: "b", 16: "h", 32: "s", 64: "d", 128: "q" } as const;

/** "16b" */
export const arrangementOf = (size: LaneSize): string => `${128 / size}${letters[size]}`;

/** The line that an assembler takes. */
export function lineOf({ text }: VectorInstruction, size: LaneSize): string {
  const [wide, narrow] = [(2 * size) as 16 | 32 | 64 | 128, size / 2];
  return text
    .replaceAll("<T>", arrangementOf(size)).replaceAll("<Th>", `${64 / size}${letters[size]}`)
    .replaceAll("<Tw>", `${128 / wide}${letters[wide]}`).replaceAll("<Tn>", `${64 / narrow}${letters[narrow as 8] ?? ""}`)
    .replaceAll("<t>", letters[size]);
}

/** The word, or undefined if there is no such instruction for lanes of this size. */
export function wordOf(instruction: VectorInstruction, size: LaneSize): number | undefined {
  try {
    return assembleLine(lineOf(instruction, size));
  } catch (fault) {
    if (fault instanceof UserFault) return undefined;
    throw fault;
  }
}

/** Bits of a lane of the result. */
export function resultSize({ result }: VectorInstruction, size: LaneSize): LaneSize {
  return (result === "same" ? size : result === "wide" ? 2 * size : size / 2) as LaneSize;
}
