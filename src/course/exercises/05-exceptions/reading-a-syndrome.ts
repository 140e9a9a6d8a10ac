import type { Draw } from "../draw";
import type { Case, Question } from "../exercise";
import { causeText } from "./notation";
import type { ExceptionQuestions } from "./questions";
import { drawAbort, drawCall, drawOther, drawTrap, type Happening, type Told, told } from "./reading-a-syndrome/causes";
import { callText, exampleSyndromes, messageText, passOnHandout } from "./reading-a-syndrome/handout";
import { passOnSolution } from "./reading-a-syndrome/solution";
import { drawPassOnVariant, type PassOnVariant } from "./reading-a-syndrome/variant";

type PassOn = ExceptionQuestions["passOn"];

export const readingASyndrome: Question<PassOn, PassOnVariant> = {
  show: { call: callText, answer: messageText },
  variant: drawPassOnVariant,
  handout: passOnHandout,
  solution: passOnSolution,
  properties: [
    { title: "sends the messages of the handout", cases: (_draw, variant) => exampleSyndromes(variant).map(caseOf) },
    { title: "passes on calls", cases: (draw, variant) => drawn(draw, variant, 60, () => drawCall(draw, variant)) },
    { title: "passes on what was trapped", cases: (draw, variant) => drawn(draw, variant, 100, () => drawTrap(draw)) },
    { title: "passes on what programs touch", cases: (draw, variant) => drawn(draw, variant, 300, () => drawAbort(draw)) },
    { title: "passes on what the kernel touches", cases: (draw, variant) => drawn(draw, variant, 40, () => drawAbort(draw, 1)) },
    { title: "passes on the rest", cases: (draw, variant) => drawn(draw, variant, 80, () => drawOther(draw)) },
  ],
};

const drawn = (draw: Draw, variant: PassOnVariant, count: number, happening: () => Happening): Case<PassOn>[] =>
  draw.times(count, () => caseOf(told(draw, variant, happening())));

const caseOf = ({ cause, esr, far, message }: Told): Case<PassOn> => ({ args: [esr, far], want: message, why: causeText(cause) });
