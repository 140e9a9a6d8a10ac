import type { BackParts, Candidate, LiveRange } from "../../src/compiler/back/parts";

/**
 * Gives out registers. `candidates` come in the order in which their first ranges begin; a range is [from, to), and two that
 * only touch do not overlap. `taken` has a row for each register, by its number, with the ranges where it cannot be had.
 * The answer has, for each candidate, a register's number, or undefined: it lives in the frame.
 *
 *   two candidates of one register never overlap, nor does one overlap what is taken
 *   one that isFixed is not in the frame
 *   where registers are enough, nobody is in the frame; where they are not, it is rather those whose weight is small
 */
export const assign: BackParts["assign"] = (candidates, taken) => {
  const registers: (number | undefined)[] = candidates.map(() => undefined);

  /** Who has the register where `candidate` wants it. */
  const rivals = (register: number, { ranges }: Candidate): number[] =>
    candidates.flatMap((other, i) => (registers[i] === register && overlap(other.ranges, ranges) ? [i] : []));

  candidates.forEach((candidate, i) => {
    let best: { register: number; out: number[]; price: number } | undefined;
    for (const [register, ranges] of taken.entries()) {
      if (overlap(ranges, candidate.ranges)) continue;
      const out = rivals(register, candidate);
      const price = out.reduce((sum, each) => sum + priceOf(candidates[each]!), 0);
      if (best === undefined || price < best.price) best = { register, out, price };
    }
    if (best === undefined || best.price >= priceOf(candidate)) return;
    for (const each of best.out) registers[each] = undefined;
    registers[i] = best.register;
  });
  return registers;
};

const priceOf = ({ weight, isFixed }: Candidate): number => (isFixed ? Infinity : weight);

function overlap(a: readonly LiveRange[], b: readonly LiveRange[]): boolean {
  return a.some((x) => b.some((y) => x.from < y.to && y.from < x.to));
}
