// The masks of a computer that was never built: the idea of A64's logical immediates, with every choice that its
// designers made open again. A variant is one way to choose.

import type { Draw } from "../../draw";

// A type, not an interface: only a type is Plain.
export type MaskVariant = {
  readonly computer: string;
  /** The largest cell; run and turn have log2 of it in bits. */
  readonly largest: 32 | 64;
  /** The smallest cell; below it is reserved. */
  readonly smallest: 2 | 4;
  /** Where the fields stand: the lowest bit of each. */
  readonly bigAt: number;
  readonly turnAt: number;
  readonly runAt: number;
  /** What `big` is where the cell is the largest. */
  readonly bigMeans: 0 | 1;
  /** What the bits are that stand in front of the length in `run`; the other bit ends them. */
  readonly marker: 0 | 1;
  /** What `run` counts, less one. */
  readonly counts: "ones" | "zeros";
  /** Where in the cell the ones stand before it is turned. */
  readonly end: "low" | "high";
  readonly direction: "left" | "right";
  /** What becomes of a turn as large as the cell or larger. */
  readonly overturned: "ignored" | "reserved";
};

const COMPUTERS = ["Brindle", "Gannet", "Lodestar", "Marrow", "Ostler", "Quillon", "Tamarin", "Teasel"] as const;

export const fieldWidth = ({ largest }: MaskVariant): number => Math.log2(largest);

export function drawMaskVariant(draw: Draw): MaskVariant {
  const largest = draw.pick([32, 64] as const);
  const width = Math.log2(largest);
  const [bigAt, turnAt, runAt] = drawPlaces(draw, [1, width, width]) as [number, number, number];
  return {
    computer: draw.pick(COMPUTERS),
    largest,
    smallest: draw.pick([2, 4] as const),
    bigAt, turnAt, runAt,
    bigMeans: draw.pick([0, 1] as const),
    marker: draw.pick([0, 1] as const),
    counts: draw.pick(["ones", "zeros"] as const),
    end: draw.pick(["low", "high"] as const),
    direction: draw.pick(["left", "right"] as const),
    overturned: draw.pick(["ignored", "reserved"] as const),
  };
}

/** Places for fields of these widths in a word, none of them shared, in any order and with gaps. */
function drawPlaces(draw: Draw, widths: readonly number[]): number[] {
  const places = widths.map(() => 0);
  let idle = 32 - widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  for (const field of draw.shuffle(widths.map((_, i) => i))) {
    const gap = draw.between(0, Math.min(idle, 8));
    places[field] = at + gap;
    at += gap + widths[field]!;
    idle -= gap;
  }
  return places;
}
