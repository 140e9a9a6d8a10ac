import type { BackParts } from "../../src/compiler/back/parts";

/**
 * Moves that happen at once, put into an order. Afterwards each `to` holds what its `from` held before; no two have the same
 * `to`. A place is called by any name: "x0", "[sp, #16]". Nothing is written but what some move goes to, and `spare`, a place
 * that nobody uses. As few moves as can be: one that goes from a place to itself is none, and only a circle needs one more.
 */
export const sequence: BackParts["sequence"] = (moves, spare) => {
  const done: { from: string; to: string }[] = [];
  let open = moves.filter(({ from, to }) => from !== to);
  while (open.length > 0) {
    const free = open.find(({ to }) => open.every(({ from }) => from !== to));
    if (free !== undefined) {
      done.push(free);
      open = open.filter((move) => move !== free);
    } else {
      // Whatever is still to be written is still to be read: a circle. One value steps aside.
      const aside = open[0]!.from;
      done.push({ from: aside, to: spare });
      open = open.map(({ from, to }) => ({ from: from === aside ? spare : from, to }));
    }
  }
  return done;
};
