import type { JitParts } from "../../src/machine/jit/parts";

/**
 * Where does the block that begins at `place` end? It ends behind an instruction that does not simply go on with the next.
 * It also ends before a word that nobody has executed (`wayAt` says undefined), before a place at which another block begins
 * (`isStart` says so; of `place` itself, too, perhaps), at the page's end, 4096, which `wayAt` is not to be asked about, and
 * when it has `most` instructions; it then goes on where it has stopped. A block may be empty: if nobody has been at `place`.
 */
export const blockEnd: JitParts["blockEnd"] = (place, wayAt, isStart, most) => {
  let count = 0;
  for (let here = place; here < 4096 && count < most; here += 4) {
    if (count > 0 && isStart(here)) break;
    const way = wayAt(here);
    if (way === undefined) break;
    count++;
    if (way.flow === "next") continue;
    if (way.flow === "leave") return { count, exit: { kind: "leave" } };
    if (way.distance === undefined) return { count, exit: { kind: "computed" } };
    const taken = here + way.distance;
    return { count, exit: way.flow === "branch" ? { kind: "to", place: taken } : { kind: "either", taken, next: here + 4 } };
  }
  return { count, exit: { kind: "to", place: place + 4 * count } };
};
