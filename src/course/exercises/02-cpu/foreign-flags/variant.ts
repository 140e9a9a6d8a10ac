// The adder of a computer that was never built: what A64's does, with every choice that its designers made open again.

import type { Draw } from "../../draw";

/** What a flag can say, in the order of the handout. */
export const FLAGS = ["Z", "S", "C", "V", "H", "P", "L"] as const;
export type Flag = (typeof FLAGS)[number];

// A type, not an interface: only a type is Plain.
export type FlagsVariant = {
  readonly computer: string;
  /** Bits of a register. */
  readonly width: number;
  /** Where in the status register, of 16 bits, each flag of this computer is. */
  readonly places: Readonly<Record<string, number>>;
  /** What C, and H, are after a subtraction that borrowed. */
  readonly borrowed: 0 | 1;
  /** Which bit H watches the carry into. */
  readonly halfAt: number;
  /** What P says of the ones in the low byte. */
  readonly parity: "even" | "odd";
  /** What Z does in addc and subc: is it of this word alone, or of all so far? */
  readonly zero: "alone" | "chained";
};

const COMPUTERS = ["Alder", "Bittern", "Cormorant", "Dotterel", "Fulmar", "Godwit", "Linnet", "Whimbrel"] as const;

export function drawFlagsVariant(draw: Draw): FlagsVariant {
  const width = draw.pick([12, 18, 20, 24, 28, 30, 36, 40, 44, 48, 52, 60]);
  const places = draw.shuffle(Array.from({ length: 16 }, (_, bit) => bit));
  const without = draw.pick(["H", "P", "L"] as const);
  const flags = FLAGS.filter((flag) => flag !== without);
  return {
    computer: draw.pick(COMPUTERS),
    width,
    places: Object.fromEntries(flags.map((flag, i) => [flag, places[i]!])),
    borrowed: draw.pick([0, 1] as const),
    halfAt: draw.pick([4, 6, 8, width / 2]),
    parity: draw.pick(["even", "odd"] as const),
    zero: draw.pick(["alone", "chained"] as const),
  };
}
