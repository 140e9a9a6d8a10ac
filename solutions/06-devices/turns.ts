import type { BoardRules } from "../../src/machine/board/parts";

/** Instructions. */
const TURN = 10_000;

/**
 * Whose turn it is now, as { current, left }: a CPU's number, and how many instructions it may execute until it is another's
 * turn. `turn` is how it was: `left` is what is left of it by now. `activities` says what each CPU does: "runs", "off", "WFI" or
 * "WFE".
 *
 * Who runs and has something left goes on, with what is left. Otherwise the next CPU that runs gets a whole TURN: the one behind
 * the current, and behind the last comes the first. It may be the same CPU again, if there is no other. If nobody runs, the
 * answer is undefined.
 *
 * The board may ask at any time, and as often as it likes: to ask twice must not be another thing than to ask once.
 */
export const nextTurn: BoardRules["nextTurn"] = (turn, activities) => {
  if (turn.left > 0 && activities[turn.current] === "runs") return turn;
  const { length } = activities;
  for (let step = 1; step <= length; step++) {
    const current = (turn.current + step) % length;
    if (activities[current] === "runs") return { current, left: TURN };
  }
  return undefined;
};
