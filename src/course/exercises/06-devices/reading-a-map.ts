import type { Draw } from "../draw";
import type { Case, Question } from "../exercise";
import type { BoardQuestions } from "./board-questions";
import { type Access, drawAbove, drawBeside, drawInner, drawNear, drawTaken } from "./reading-a-map/calls";
import { reached } from "./reading-a-map/decide";
import { answerText, callText, exampleAccesses, mapHandout } from "./reading-a-map/handout";
import { mapSolution } from "./reading-a-map/solution";
import { drawMapVariant, type MapVariant } from "./reading-a-map/variant";

type Reach = BoardQuestions["reach"];

export const readingAMap: Question<Reach, MapVariant> = {
  show: { call: callText, answer: answerText },
  variant: drawMapVariant,
  handout: mapHandout,
  solution: mapSolution,
  properties: [
    { title: "does what the handout shows", cases: (_draw, variant) => casesOf(variant, exampleAccesses(variant)) },
    { title: "finds what takes an access", cases: (draw, variant) => draws(draw, variant, 200, drawTaken) },
    { title: "knows where a device ends", cases: (draw, variant) => [...draws(draw, variant, 150, drawBeside), ...draws(draw, variant, 300, drawNear)] },
    { title: "knows who wins where two could answer", cases: (draw, variant) => draws(draw, variant, 150, drawInner) },
    { title: "knows what the bus does not see", cases: (draw, variant) => draws(draw, variant, 60, drawAbove) },
  ],
};

const draws = (draw: Draw, variant: MapVariant, count: number, access: (draw: Draw, variant: MapVariant) => Access): Case<Reach>[] =>
  casesOf(variant, draw.times(count, () => access(draw, variant)));

const casesOf = (variant: MapVariant, accesses: readonly Access[]): Case<Reach>[] =>
  accesses.map((args) => ({ args, want: reached(variant, ...args) }));
