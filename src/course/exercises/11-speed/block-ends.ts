import type { BlockEnd } from "../../../machine/jit/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import type { InPage, WayInPage } from "./adapters/in-page";

type Way = WayInPage | undefined;

const PAGE = 4096;
const MOST = 64;
/** A place with room behind it. */
const HERE = 0x100;

const way = (flow: WayInPage["flow"], distance?: number): WayInPage => ({ flow, distance });
const NEXT = way("next");
const RET = way("branch");

const times = (count: number): Way[] => Array.from({ length: count }, () => NEXT);

const caseOf = (place: number, ways: readonly Way[], starts: readonly number[], want: BlockEnd, why: string, most = MOST): Case<InPage> =>
  ({ args: [place, { from: place, ways }, starts, most], want, why });

const to = (count: number, place: number): BlockEnd => ({ count, exit: { kind: "to", place } });
const either = (count: number, taken: number, next: number): BlockEnd => ({ count, exit: { kind: "either", taken, next } });

/** What an instruction does at its end. */
const BRANCHES: readonly Case<InPage>[] = [
  caseOf(HERE, [NEXT, NEXT, way("branch", 0x40)], [], to(3, 0x148), "b: 0x40 bytes from itself, which is at 0x108"),
  caseOf(HERE, [NEXT, way("branch if", -4)], [], either(2, 0x100, 0x108), "b.ne, a word back"),
  caseOf(HERE, [way("branch if", 8)], [], either(1, 0x108, 0x104), "the first word may be the last one"),
  caseOf(HERE, [NEXT, RET, NEXT], [], { count: 2, exit: { kind: "computed" } }, "ret: a register says where"),
  caseOf(HERE, [way("leave"), NEXT], [], { count: 1, exit: { kind: "leave" } }, "svc: the interpreter takes it from here"),
  caseOf(HERE, [way("branch", -0x200)], [], to(1, -0x100), "into the page before: a place may be in another page"),
  caseOf(HERE, [NEXT, way("branch if", 0x2000)], [], either(2, 0x2104, 0x108), "cbz, far ahead"),
  caseOf(HERE, [way("branch if", 0)], [], either(1, 0x100, 0x104), "a branch to itself: a distance of 0 is one"),
  caseOf(HERE, [way("branch", 0)], [], to(1, 0x100), "b . is how assembly waits for ever"),
];

/** What stands in front of a word. */
const BORDERS: readonly Case<InPage>[] = [
  caseOf(HERE, [NEXT, NEXT, undefined], [], to(2, 0x108), "nobody has been at 0x108"),
  caseOf(HERE, [undefined, NEXT], [], to(0, 0x100), "nobody has been here at all: an empty block"),
  caseOf(HERE, [NEXT, NEXT, NEXT, RET], [0x108], to(2, 0x108), "another block begins at 0x108"),
  caseOf(HERE, [NEXT, RET], [0x100], { count: 2, exit: { kind: "computed" } }, "this block itself begins at 0x100"),
  caseOf(HERE, [NEXT, NEXT, RET], [0x0fc, 0x10c], { count: 3, exit: { kind: "computed" } }, "other blocks begin before it, and right behind it"),
  caseOf(HERE, [NEXT, RET, NEXT], [0x104], to(1, 0x104), "a block of one ret begins at 0x104"),
  caseOf(PAGE - 8, [NEXT, NEXT], [], to(2, PAGE), "the page ends"),
  caseOf(PAGE - 4, [NEXT], [], to(1, PAGE), "the page's last word"),
  caseOf(PAGE - 4, [way("branch if", -8)], [], either(1, PAGE - 12, PAGE), "a branch in the page's last word"),
  caseOf(HERE, [...times(70), RET], [], to(64, HERE + 256), "64 instructions are enough"),
  caseOf(HERE, [...times(63), RET], [], { count: 64, exit: { kind: "computed" } }, "the last of 64 may be a branch"),
  caseOf(HERE, [...times(4)], [], to(3, HERE + 12), "at most 3", 3),
  caseOf(0, [NEXT, way("branch", 0x3fc)], [], to(2, 0x400), "the page's first word"),
];

/** By all words at which it could end, the nearest. */
function reference(place: number, ways: readonly Way[], starts: readonly number[], most: number): BlockEnd {
  const last = ways.findIndex((each) => each === undefined || each.flow !== "next");
  const borders = [PAGE, place + 4 * most, ...starts.filter((start) => start > place), place + 4 * ways.length];
  const border = Math.min(...borders);
  const at = place + 4 * last;
  const ending = last < 0 ? undefined : ways[last];
  if (last < 0 || at >= border) return to((border - place) / 4, border);
  if (ending === undefined) return to(last, at);
  if (ending.flow === "leave") return { count: last + 1, exit: { kind: "leave" } };
  if (ending.distance === undefined) return { count: last + 1, exit: { kind: "computed" } };
  return ending.flow === "branch" ? to(last + 1, at + ending.distance) : either(last + 1, at + ending.distance, at + 4);
}

function drawWay(draw: Draw): Way {
  const distance = 4 * draw.between(-600, 600);
  switch (draw.below(40)) {
    case 0: return undefined;
    case 1: return way("leave");
    case 2: return RET;
    case 3: return way("branch", distance);
    case 4: case 5: return way("branch if", distance);
    case 6: return way("branch if");
    default: return NEXT;
  }
}

function drawCase(draw: Draw): Case<InPage> {
  const count = draw.between(1, 80);
  const place = draw.below(3) === 0 ? PAGE - 4 * count : 4 * draw.below(1024 - count);
  const ways = draw.times(count, () => drawWay(draw));
  const starts = draw.times(draw.below(3), () => place + 4 * draw.between(-4, 50)).filter((start) => start >= 0 && start < PAGE);
  const most = draw.pick([MOST, MOST, draw.between(1, 20)]);
  return { args: [place, { from: place, ways }, starts, most], want: reference(place, ways, starts, most) };
}

const hex = (value: number): string => (value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`);

function showWay(it: Way): string {
  if (it === undefined) return "?";
  if (it.flow === "next" || it.flow === "leave") return it.flow;
  return it.distance === undefined ? `${it.flow} (register)` : `${it.flow} ${it.distance < 0 ? "" : "+"}${hex(it.distance)}`;
}

/** "next x 12, branch +0x40" */
function showWays(ways: readonly Way[]): string {
  const runs: [string, number][] = [];
  for (const it of ways.map(showWay)) {
    const last = runs.at(-1);
    if (last?.[0] === it) last[1]++;
    else runs.push([it, 1]);
  }
  return runs.slice(0, 12).map(([it, count]) => (count === 1 ? it : `${it} x ${count}`)).join(", ") + (runs.length > 12 ? ", ..." : "");
}

function showExit({ count, exit }: BlockEnd): string {
  const where = exit.kind === "to" ? `goes on at ${hex(exit.place)}`
    : exit.kind === "either" ? `goes on at ${hex(exit.taken)} or ${hex(exit.next)}`
    : exit.kind === "computed" ? "goes on where a register says"
    : exit.kind === "leave" ? "leaves" : showPlain(exit);
  return `${count} instruction${count === 1 ? "" : "s"}, ${where}`;
}

export const blockEnds: Trial<InPage> = {
  show: {
    call: (place, { ways }, starts, most) =>
      `blockEnd(${hex(place)}, ...): ${showWays(ways)}${starts.length === 0 ? "" : `; blocks begin at ${starts.map(hex).join(", ")}`}; at most ${most}`,
    answer: (answer) => showExit(answer),
  },
  properties: [
    { title: "ends behind what branches, and knows where it goes on", cases: () => BRANCHES },
    { title: "stops before what is not its own", cases: () => BORDERS },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(500, () => drawCase(draw)) },
  ],
};
