import { expect } from "chai";
import type { Draw } from "../draw";
import type { Case, Question } from "../exercise";
import { differentRegisters, drawCall, number31, sameRegisters } from "./foreign-meaning/calls";
import { exampleCalls, meaningHandout } from "./foreign-meaning/handout";
import { performForeign } from "./foreign-meaning/perform";
import { meaningSolution } from "./foreign-meaning/solution";
import { drawMeaningVariant, type MeaningVariant } from "./foreign-meaning/variant";
import { outcomeText, showMeaning } from "./meaning/show";
import { type Evaluation, type Outcome, Stage, type State } from "./meaning/stage";
import type { ForeignOperands } from "./questions";
import type { Recording } from "./recorder/recording";

/** As the recorder makes it. What is wanted is no recording, but what becomes of the machine. */
type Recorded = (operands: ForeignOperands, before: State, evaluation: Evaluation) => Recording | Outcome;

const stage = ((): (() => Stage) => {
  let made: Stage | undefined;
  return () => (made ??= new Stage());
})();

export const foreignMeaning: Question<Recorded, MeaningVariant> = {
  show: showMeaning<ForeignOperands>(({ Rd, Rn, Rm, imm }) => `Rd=${Rd} Rn=${Rn} Rm=${Rm} imm=${imm}`, stage),
  variant: drawMeaningVariant,
  handout: meaningHandout,
  solution: meaningSolution,
  properties: [
    {
      title: "does what the examples of the handout show",
      cases: (_draw, variant) => exampleCalls(variant).map(([operands, before]) => caseOf(variant, operands, before, "at once")),
    },
    { title: "does what the page says", cases: (draw, variant) => casesOf(draw, variant, 40, differentRegisters, "at once") },
    { title: "knows what number 31 is", cases: (draw, variant) => casesOf(draw, variant, 24, number31, "at once") },
    { title: "knows what is written last, where registers are the same", cases: (draw, variant) => casesOf(draw, variant, 24, sameRegisters, "at once") },
    {
      title: "does the same where values are evaluated late (rule 2)",
      cases: (draw, variant) => [differentRegisters, sameRegisters, number31].flatMap((registers) => casesOf(draw, variant, 16, registers, "late")),
    },
    {
      title: "changes nothing if its access faults (rule 4)",
      cases: (draw, variant) => draw.times(3, () => faultOf(draw, variant)),
    },
  ],
};

function caseOf(variant: MeaningVariant, operands: ForeignOperands, before: State, evaluation: Evaluation): Case<Recorded> {
  return expecting(operands, before, evaluation, { changes: performForeign(variant, operands, before), fault: undefined, unnamed: [] });
}

function casesOf(
  draw: Draw, variant: MeaningVariant, count: number, registers: (draw: Draw) => Pick<ForeignOperands, "Rd" | "Rn" | "Rm">, evaluation: Evaluation,
): Case<Recorded>[] {
  return draw.times(count, () => caseOf(variant, ...drawCall(draw, variant, registers(draw)), evaluation));
}

/** The same, where no RAM is. */
function faultOf(draw: Draw, variant: MeaningVariant): Case<Recorded> {
  const [operands, before] = drawCall(draw, variant, differentRegisters(draw));
  const base = `x${operands.Rn}`;
  const nowhere = { ...before, [base]: before[base]! + 0x10_0000n };
  const accessed = variant.index === "post" ? 0n : BigInt(operands.imm * variant.scale);
  const address = nowhere[base]! + (variant.direction === "up" ? accessed : -accessed);
  const fault = `data abort: read, external fault at 0x${address.toString(16)}`;
  return expecting(operands, nowhere, "late", { changes: {}, fault, unnamed: [] });
}

function expecting(operands: ForeignOperands, before: State, evaluation: Evaluation, want: Outcome): Case<Recorded> {
  return {
    args: [operands, before, evaluation], want,
    accept: (answer) => { expect(outcomeText(stage().outcome(answer, before, evaluation))).to.equal(outcomeText(want)); },
  };
}
