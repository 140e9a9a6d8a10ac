import type { BackParts } from "../../src/compiler/back/parts";

/**
 * Moves that happen at once, put into an order. Afterwards each `to` holds what its `from` held before; no two have the same
 * `to`. A place is called by any name: "x0", "[sp, #16]". Nothing is written but what some move goes to, and `spare`, a place
 * that nobody uses. As few moves as can be: one that goes from a place to itself is none, and only a circle needs one more.
 */
export const sequence: BackParts["sequence"] = (moves, spare) => {
  throw new Error(`Return ${moves.length} moves in an order in which they may be done, with ${spare} for what must step aside.`);
};
