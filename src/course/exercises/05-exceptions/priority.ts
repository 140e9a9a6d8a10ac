import type { Cause } from "../../../machine/cpu/exception";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";

type FirstOf = ExceptionParts["firstOf"];

const address = 0x1002n;

/** From the highest priority down (Arm ARM, "Synchronous exception prioritization for exceptions taken to AArch64 state"). */
const IN_ORDER: readonly (readonly Cause[])[] = [
  [{ kind: "software step", exclusive: false }, { kind: "software step", exclusive: undefined }],
  [{ kind: "PC alignment", address }],
  [{ kind: "instruction abort", address, fault: { kind: "translation", level: 3 } }, { kind: "instruction abort", address, fault: { kind: "permission", level: 1 } }],
  [{ kind: "breakpoint", address }],
  [{ kind: "illegal state" }],
  [{ kind: "undefined", word: 0 }, { kind: "HLT", imm16: 3 }],
  [{ kind: "trapped FP", word: 0x1e6e_1000 }, { kind: "trapped access", word: 0xd53b_e045 }, { kind: "trapped wait", word: 0xd503_207f }],
  [{ kind: "SVC", imm16: 0 }, { kind: "HVC", imm16: 0 }, { kind: "SMC", imm16: 0 }, { kind: "BRK", imm16: 0 }],
  [{ kind: "SP alignment" }],
  [{ kind: "data abort", address, write: false, fault: { kind: "alignment" } }, { kind: "data abort", address, write: true, fault: { kind: "translation", level: 0 } }],
  [{ kind: "watchpoint", address, write: false }],
];

const of = (kind: Cause["kind"]): Cause => IN_ORDER.flat().find((cause) => cause.kind === kind)!;

const PAIRS: readonly Case<FirstOf>[] = ([
  ["PC alignment",      "instruction abort", "an address that is not aligned is not looked up"],
  ["instruction abort", "breakpoint",        "a breakpoint is on an instruction, and there is none"],
  ["breakpoint",        "illegal state",     "a debugger comes first"],
  ["illegal state",     "undefined",         "no word has a meaning then"],
  ["undefined",         "trapped FP",        "what is nothing needs no trap"],
  ["trapped FP",        "SP alignment",      "what may not be executed uses no stack pointer"],
  ["SP alignment",      "data abort",        "first the base, then the address"],
  ["data abort",        "watchpoint",        "what does not happen cannot be watched"],
  ["software step",     "PC alignment",      "a step that is over comes before everything"],
] as const).flatMap(([first, second, why]) => [
  { args: [[of(first), of(second)]], want: of(first), why },
  { args: [[of(second), of(first)]], want: of(first), why },
]);

const FEW: readonly Case<FirstOf>[] = [
  { args: [[]], want: undefined, why: "it asks for none" },
  ...IN_ORDER.flat().map((cause): Case<FirstOf> => ({ args: [[cause]], want: cause, why: "it asks for one" })),
];

export const priority: Trial<FirstOf> = {
  show: {
    call: (causes) => `firstOf(${causes.map(({ kind }) => kind).join(", ") || "nothing"})`,
    answer: (answer) => answer?.kind ?? "none",
  },
  properties: [
    { title: "follows the instruction through the machine", cases: () => PAIRS },
    { title: "knows every kind", cases: () => FEW },
    { title: "chooses among any number of them", cases: (draw) => draw.times(300, () => drawCase(draw)) },
  ],
};

/** Some of the stages, one of each. */
function drawCase(draw: Draw): Case<FirstOf> {
  const asked = IN_ORDER.filter(() => draw.below(3) === 0).map((stage) => draw.pick(stage));
  return { args: [draw.shuffle(asked)], want: asked[0] };
}
