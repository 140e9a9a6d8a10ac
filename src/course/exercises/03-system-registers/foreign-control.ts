import type { Draw } from "../draw";
import type { Case, Question } from "../exercise";
import { type Call, drawCall, type Wish } from "./foreign-control/calls";
import { decideForeign } from "./foreign-control/decide";
import { answerText, callText, controlHandout, exampleCalls } from "./foreign-control/handout";
import { controlSolution } from "./foreign-control/solution";
import { type ControlVariant, drawControlVariant } from "./foreign-control/variant";
import type { SystemQuestions } from "./questions";

type ForeignAccess = SystemQuestions["foreignAccess"];

export const foreignControl: Question<ForeignAccess, ControlVariant> = {
  show: { call: callText, answer: answerText },
  variant: drawControlVariant,
  handout: controlHandout,
  solution: controlSolution,
  properties: [
    { title: "gives the results of the handout", cases: (_draw, variant) => casesOf(variant, exampleCalls(variant)) },
    {
      title: "knows what a write leaves of the control register",
      cases: (draw, variant) => drawn(draw, variant, 150, () => ({ level: 1, direction: "write", register: variant.registers[0] })),
    },
    {
      title: "lets level 1 do what can be done",
      cases: (draw, variant) => drawn(draw, variant, 120, () => ({ level: 1, direction: direction(draw), register: draw.pick(variant.registers) })),
    },
    {
      title: "asks the gates at level 0",
      cases: (draw, variant) => drawn(draw, variant, 300, () => ({ level: 0, direction: direction(draw), register: draw.pick(variant.registers) })),
    },
    {
      title: "knows the numbers that no register has",
      cases: (draw, variant) => drawn(draw, variant, 60, () => ({ level: draw.pick([0, 1] as const), direction: direction(draw), register: undefined })),
    },
  ],
};

const direction = (draw: Draw): "read" | "write" => draw.pick(["read", "write"] as const);

const drawn = (draw: Draw, variant: ControlVariant, count: number, wish: () => Wish): Case<ForeignAccess>[] =>
  casesOf(variant, draw.times(count, () => drawCall(draw, variant, wish())));

const casesOf = (variant: ControlVariant, calls: readonly Call[]): Case<ForeignAccess>[] =>
  calls.map((args) => ({ args, want: decideForeign(variant, ...args), why: whatItIs(variant, args) }));

function whatItIs({ registers, fields }: ControlVariant, [{ number }, { control }]: Call): string {
  const name = registers.find((register) => register.number === number)?.name ?? "no register";
  const gates = fields.filter(({ kind, high, low }) => kind === "written" && high === low);
  return `it is ${name}; ${gates.map(({ name: gate, low }) => `${gate} = ${(control >> BigInt(low)) & 1n}`).join(", ")}`;
}
