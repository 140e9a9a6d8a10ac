// Two exception vectors of a kernel that was never written, on a processor that was never built. Each was right before
// some faults were put into it (faults.ts).

import type { Draw } from "../../draw";
import { type Plan, spoil } from "./faults";

// Types, not interfaces: only a type is Plain.
export type Line =
  /** One register or two: the second right above the first. */
  | { readonly op: "store" | "load"; readonly registers: readonly string[]; readonly at: number }
  | { readonly op: "copy"; readonly to: string; readonly from: string }
  | { readonly op: "make room" | "give back"; readonly bytes: number }
  | { readonly op: "call" }
  | { readonly op: "return" };

export type Vector = { readonly name: string; readonly lines: readonly Line[] };

export type VectorVariant = {
  readonly processor: string;
  /** Bytes of a register. */
  readonly bytes: 4 | 8;
  readonly registers: readonly string[];
  /** Where the processor puts the program's pc and its status. */
  readonly savedPc: string;
  readonly savedStatus: string;
  readonly mnemonics: { readonly store: string; readonly load: string; readonly copy: string; readonly back: string };
  readonly vectors: readonly Vector[];
};

/** What a program has besides its registers. */
export const OTHERS = ["sp", "stack", "pc", "status"] as const;

const PROCESSORS = ["Nightjar", "Barn Owl", "Corncrake", "Woodcock", "Tawny", "Rail", "Dotterel", "Snipe"] as const;
const LETTERS = "abcdghjkmnqrtuvwxyz";
const SAVED = [["epc", "est"], ["from", "was"], ["rpc", "rst"], ["lpc", "lst"], ["ipc", "ips"]] as const;
const MNEMONICS = [
  { store: "st", load: "ld", copy: "mv", back: "eret" }, { store: "put", load: "get", copy: "cp", back: "back" },
  { store: "sd", load: "lw", copy: "mov", back: "rfe" }, { store: "save", load: "load", copy: "copy", back: "resume" },
] as const;
const NAMES = ["wire", "clock", "lamp", "bell", "disk", "fault"] as const;

export function drawVectorVariant(draw: Draw): VectorVariant {
  const [letter = "r", floatLetter = "f"] = draw.shuffle([...LETTERS]);
  const numbered = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  const general = numbered(letter, 2 * draw.between(3, 5));
  const floats = numbered(floatLetter, 2 * draw.between(1, 2));
  const bytes = draw.pick([4, 8] as const);
  const [savedPc, savedStatus] = draw.pick(SAVED);
  const names = draw.shuffle(NAMES).slice(0, 2);
  return {
    processor: draw.pick(PROCESSORS), bytes, registers: [...general, ...floats], savedPc, savedStatus, mnemonics: draw.pick(MNEMONICS),
    vectors: names.map((name) => ({ name, lines: linesOf(spoil(draw, rightPlan(draw, general, floats, bytes)), savedPc, savedStatus, bytes) })),
  };
}

function rightPlan(draw: Draw, general: readonly string[], floats: readonly string[], bytes: number): Plan {
  const pairs = [...pairsOf(general), ...pairsOf(floats)];
  const scratch = draw.below(general.length / 2);
  const places = draw.shuffle(Array.from({ length: pairs.length + 1 }, (_, i) => 2 * bytes * i));
  const units = pairs.map((registers, i) => ({ store: registers, load: registers, storeAt: places[i]!, loadAt: places[i]! }));
  return {
    scratch: units[scratch]!, units: draw.shuffle(units.filter((_, i) => i !== scratch)), stateAt: places[pairs.length]!,
    scratchIs: "in time", state: "saved", room: 2 * bytes * places.length, givenBack: 2 * bytes * places.length, bytes,
  };
}

const pairsOf = (names: readonly string[]): string[][] => Array.from({ length: names.length / 2 }, (_, i) => [names[2 * i]!, names[2 * i + 1]!]);

function linesOf(plan: Plan, savedPc: string, savedStatus: string, bytes: number): Line[] {
  const { scratch, units, stateAt, scratchIs, state, room, givenBack } = plan;
  const [a = "", b = ""] = scratch.load;
  const storeOf = ({ store, storeAt }: typeof scratch): Line[] => (store.length === 0 ? [] : [{ op: "store", registers: store, at: storeAt }]);
  const loadOf = ({ load, loadAt }: typeof scratch): Line[] => (load.length === 0 ? [] : [{ op: "load", registers: load, at: loadAt }]);
  const both = state !== "status is not";
  const fetch: Line[] = [{ op: "copy", to: a, from: savedPc }, ...(both ? [{ op: "copy" as const, to: b, from: savedStatus }] : [])];
  const keep: Line[] = [{ op: "store", registers: both ? [a, b] : [a], at: stateAt }];
  const bring: Line[] = [
    { op: "load", registers: both ? [a, b] : [a], at: stateAt }, { op: "copy", to: savedPc, from: a },
    ...(both ? [{ op: "copy" as const, to: savedStatus, from: b }] : []),
  ];
  const early = scratchIs === "overwritten" ? [...fetch, ...storeOf(scratch), ...keep] : [...storeOf(scratch), ...fetch, ...keep];
  const late = scratchIs === "loaded too soon" ? [...loadOf(scratch), ...bring] : [...bring, ...loadOf(scratch)];
  return [
    { op: "make room", bytes: room },
    ...(state === "too late" ? storeOf(scratch) : early),
    ...units.flatMap(storeOf),
    { op: "call" },
    ...(state === "too late" ? [...fetch, ...keep] : []),
    ...units.flatMap(loadOf),
    ...late,
    { op: "give back", bytes: givenBack },
    { op: "return" },
  ].map((line) => checked(line as Line, bytes));
}

/** Places are multiples of a register's size. */
function checked(line: Line, bytes: number): Line {
  if ((line.op === "store" || line.op === "load") && (line.at < 0 || line.at % bytes !== 0)) throw new Error(`no place: ${line.at}`);
  return line;
}
