// An instruction that no processor has: it reads memory, computes, chooses, writes memory, registers and flags. Each of
// its lines is chosen from a few; lines.ts knows what each choice is on paper, in numbers, and asked of m.

import type { Draw } from "../../draw";
import { CHOICES, COMBINATIONS, FACTS } from "./lines";

export type Fact = { readonly what: keyof typeof FACTS; readonly inverted: boolean };

// A type, not an interface: only a type is Plain.
export type MeaningVariant = {
  readonly computer: string;
  readonly name: string;
  /** Bits that it loads, computes with, and stores. */
  readonly size: 32 | 64;
  /** How far the base moves: imm times so many bytes. */
  readonly scale: number;
  readonly direction: "up" | "down";
  /** Whether the access is where the base was, or where it will be. */
  readonly index: "post" | "pre";
  readonly shift: "LSL" | "LSR" | "ASR" | "ROR";
  readonly places: number;
  readonly condition: Condition;
  readonly whenTrue: keyof typeof COMBINATIONS;
  readonly whenFalse: keyof typeof CHOICES;
  /** What goes to memory; the other two of old, operand and result may go to Xd. */
  readonly stored: "operand" | "result";
  readonly returned: "old" | "result";
  /** N, Z, C, V. */
  readonly flags: readonly Fact[];
  /** Which register is written last, and so has its value if they are the same. */
  readonly last: "d" | "n";
};

export type Condition =
  | { readonly kind: "bit"; readonly bit: number }
  | { readonly kind: "less"; readonly signed: boolean; readonly swapped: boolean }
  | { readonly kind: "cond"; readonly cond: number };

const COMPUTERS = ["Barnacle", "Capstan", "Dinghy", "Frigate", "Halyard", "Ketch", "Mizzen", "Topsail"] as const;
/** A word of three letters has one of each. */
const LETTERS = [[..."bfghjkmprtvz"], [..."aeiou"], [..."bdlmnrx"]] as const;

export function drawMeaningVariant(draw: Draw): MeaningVariant {
  const size = draw.pick([32, 64] as const);
  const stored = draw.pick(["operand", "result", "result"] as const);
  const facts = draw.shuffle(Object.keys(FACTS) as (keyof typeof FACTS)[]).slice(0, 4);
  return {
    computer: draw.pick(COMPUTERS),
    name: LETTERS.map((letters) => draw.pick(letters)).join(""),
    size,
    scale: (size / 8) * draw.pick([1, 2, 3, 4]),
    direction: draw.pick(["up", "down"] as const),
    index: draw.pick(["post", "pre"] as const),
    shift: draw.pick(["LSL", "LSR", "ASR", "ROR"] as const),
    places: draw.between(1, size - 1),
    condition: drawCondition(draw, size),
    whenTrue: draw.pick(Object.keys(COMBINATIONS) as (keyof typeof COMBINATIONS)[]),
    whenFalse: draw.pick(Object.keys(CHOICES) as (keyof typeof CHOICES)[]),
    stored,
    returned: stored === "operand" ? "result" : "old",
    flags: facts.map((what) => ({ what, inverted: draw.bits(1) === 1 })),
    last: draw.pick(["d", "n"] as const),
  };
}

function drawCondition(draw: Draw, size: number): Condition {
  switch (draw.below(3)) {
    case 0: return { kind: "bit", bit: draw.below(size) };
    case 1: return { kind: "less", signed: draw.bits(1) === 1, swapped: draw.bits(1) === 1 };
    default: return { kind: "cond", cond: draw.below(14) };
  }
}
