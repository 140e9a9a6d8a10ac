// How the call of a meaning and what came of it are written.

import type { Notation } from "../../exercise";
import { register } from "../../notation";
import { flagsText } from "../notation";
import type { Recording } from "../recorder/recording";
import { Unplayable } from "./play";
import { type Evaluation, explainRecording, type Outcome, type Stage, type State } from "./stage";

type Recorded<Operands> = (operands: Operands, before: State, evaluation: Evaluation) => Recording | Outcome;

/** `assembly` writes the instruction; what came is played on `stage` and explained. */
export function showMeaning<Operands>(assembly: (operands: Operands) => string, stage: () => Stage): Notation<Recorded<Operands>> {
  return {
    call: (operands, before, evaluation) => `${assembly(operands)} with ${stateText(before)}${evaluation === "late" ? ", evaluated late" : ""}`,
    answer: (answer, _operands, before, evaluation) => ("changes" in answer
      ? outcomeText(answer)
      : `${outcomeText(stage().outcome(answer, before, evaluation))}${explanationOf(answer)}`),
  };
}

function explanationOf(recording: Recording): string {
  try {
    return ` | explained: ${explainRecording(recording)}`;
  } catch (thrown) {
    if (thrown instanceof Unplayable) return ""; // The outcome says why.
    throw thrown;
  }
}

/** All of it: two outcomes with the same text are the same. */
export function outcomeText({ changes, fault, unnamed }: Outcome): string {
  const parts = [
    ...unnamed.map((text) => `rule 2: ${text} is used twice and has no name`),
    stateText(changes) || "nothing changes",
    ...(fault === undefined ? [] : [fault]),
  ];
  return parts.join("; ");
}

/** X registers by number, then SP, flags, and memory by address. */
export const stateText = (state: State): string =>
  Object.entries(state).sort(([a], [b]) => rank(a) - rank(b)).map(([place, value]) => `${place} = ${place === "nzcv" ? flagsText(value) : short(value)}`).join(", ");

function rank(place: string): number {
  if (place === "sp") return 31;
  return place === "nzcv" ? 32 : place.startsWith("x") ? Number(place.slice(1)) : Number(place.slice("mem[".length, -1));
}

/** 0x1234, without the zeros in front. */
const short = (value: bigint): string => register(value, 64).replace(/^0x[0_]+(?=.)/, "0x");
