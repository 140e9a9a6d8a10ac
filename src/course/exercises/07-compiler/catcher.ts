import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { Caught, CompilerQuestions, FrameLinks } from "./questions";

type Catcher = CompilerQuestions["catcher"];
type Rows = readonly (readonly [number, number])[];

/** Frames from the thrower's out: [address, returnsTo]. */
type Stack = readonly (readonly [address: number, returnsTo: number])[];

const framesOf = (stack: Stack): Record<number, FrameLinks> =>
  Object.fromEntries(stack.map(([address, returnsTo], i) => [address, { caller: stack[i + 1]?.[0] ?? 0, returnsTo }]));

const caseOf = (stack: Stack, handlers: Rows, want: Caught | undefined, why: string): Case<Catcher> =>
  ({ args: [framesOf(stack), stack[0]![0], handlers], want, why });

const STACK: Stack = [[0x9000, 0x108], [0x9040, 0x214], [0x9080, 0x320], [0x90c0, 0x404]];

const TELLING: readonly Case<Catcher>[] = [
  caseOf(STACK, [[0x108, 0x140]], { handler: 0x140, frame: 0x9040 }, "the function that throws catches it itself: its frame is the caller's of the thrower"),
  caseOf(STACK, [[0x320, 0x340]], { handler: 0x340, frame: 0x90c0 }, "two further out"),
  caseOf(STACK, [[0x214, 0x240], [0x320, 0x340]], { handler: 0x240, frame: 0x9080 }, "the innermost of two"),
  caseOf(STACK, [], undefined, "no handlers"),
  caseOf(STACK, [[0x104, 0x140], [0x10c, 0x150], [0x318, 0x340]], undefined, "calls near by, but not these"),
  caseOf(STACK, [[0x404, 0x440]], { handler: 0x440, frame: 0 }, "the outermost call: its caller's frame is 0, and that is where it goes on"),
  caseOf([[0x9000, 0x500]], [[0x500, 0x100]], { handler: 0x100, frame: 0 }, "one frame; a handler may stand before the call"),
  caseOf([[0x9000, 0x500]], [[0x504, 0x100]], undefined, "the next call has a handler, this one has none"),
  caseOf([[0x9000, 0x108], [0x9040, 0x108], [0x9080, 0x108]], [[0x108, 0x140]], { handler: 0x140, frame: 0x9040 }, "a recursion: the innermost of three alike"),
  caseOf([[0x9080, 0x108], [0x9000, 0x214]], [[0x214, 0x240]], { handler: 0x240, frame: 0 }, "frames need not lie in order"),
];

/** All rows looked at. */
function reference(stack: Stack, handlers: Rows): Caught | undefined {
  const at = stack.findIndex(([, returnsTo]) => handlers.some(([row]) => row === returnsTo));
  if (at < 0) return undefined;
  return { handler: handlers.find(([row]) => row === stack[at]![1])![1], frame: stack[at + 1]?.[0] ?? 0 };
}

function drawCase(draw: Draw): Case<Catcher> {
  const calls = [...new Set(draw.times(draw.between(1, 40), () => 4 * draw.between(0x40, 0x200)))].sort((a, b) => a - b);
  const handlers = calls.filter(() => draw.below(3) === 0).map((call) => [call, call + 4 * draw.between(-8, 30)] as const);
  const base = 0x8000 + 16 * draw.below(100);
  const stack = draw.times(draw.between(1, 8), () => draw.pick(calls)).map((call, i) => [base + 64 * i, call] as const);
  return { args: [framesOf(stack), base, handlers], want: reference(stack, handlers) };
}

/** Not so deep that a function could not call itself for each frame. */
const FRAMES = 1200;
const ROWS = 16_000;

/** A large table: rows times frames would be twenty million. */
function large(): Case<Catcher> {
  const last = ROWS - 1;
  const handlers = Array.from({ length: ROWS }, (_, i) => [0x1000 + 16 * i, 0x1008 + 16 * i] as const);
  const stack = Array.from({ length: FRAMES }, (_, i) => [0x10_0000 + 64 * i, i === FRAMES - 1 ? 0x1000 + 16 * last : 0x1004 + 16 * i] as const);
  return { args: [framesOf(stack), 0x10_0000, handlers], want: { handler: 0x1008 + 16 * last, frame: 0 }, why: `${FRAMES} frames, ${ROWS} handlers` };
}

const hex = (value: number): string => `0x${value.toString(16)}`;

function stackText(frames: Readonly<Record<number, FrameLinks>>, thrower: number): string {
  const lines: string[] = [];
  for (let at = thrower, links = frames[at]; links !== undefined && lines.length < 8; at = links.caller, links = frames[at]) {
    lines.push(`${hex(at)} returns to ${hex(links.returnsTo)}`);
  }
  return lines.join(", ");
}

export const catcher: Trial<Catcher> = {
  show: {
    call: (frames, thrower, handlers) => `catcher: frames ${stackText(frames, thrower)}; handlers ${handlers.slice(0, 12).map(([from, to]) => `${hex(from)} -> ${hex(to)}`).join(", ") || "none"}`,
    answer: (answer) => (answer === undefined ? "undefined: nobody" : `{ handler: ${hex(answer.handler)}, frame: ${hex(answer.frame)} }`),
  },
  properties: [
    { title: "finds who catches", cases: () => TELLING },
    { title: "agrees with the reference", cases: (draw) => draw.times(400, () => drawCase(draw)) },
    { title: "does not look at every row for every frame", cases: () => [large()] },
  ],
};
