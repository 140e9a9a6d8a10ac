// A random program, interpreted and compiled: RAM is full of it, it overwrites itself now and then, and everything is
// compiled before it is executed.

import { createJit } from "../../../src/machine/jit/jit";
import type { Translation } from "../../../src/machine/cpu/translation";
import { Random } from "../../oracle/words";
import { type Pace, run, wordsFor } from "../cpu/paces";

/** Instructions of a program: enough to come by again. */
const LENGTH = 4000;
/** Programs of the same words, which begin elsewhere. */
const OF_THE_SAME = 20;

export interface Outcome {
  /** Seeds of programs that went otherwise. */
  readonly different: readonly number[];
  readonly retired: number;
  /** Instructions that nobody interpreted. */
  readonly compiled: number;
  /** How often all compiled code was let go. */
  readonly cleared: number;
}

/** `mostModules`: so many are compiled until all are let go. */
export function compareEngines(programs: number, seed: number, translation: Translation, mostModules = 1024): Outcome {
  const different: number[] = [];
  let [retired, compiled, cleared] = [0, 0, 0];
  let words = new Uint32Array();
  for (let own = seed; own < seed + programs; own++) {
    if ((own - seed) % OF_THE_SAME === 0) words = wordsFor(new Random(own)) as Uint32Array<ArrayBuffer>;
    const random = new Random(~own);
    const jit = createJit({ hasSystem: false, isEager: true, mostModules });
    const right = run(words, own, translation, () => LENGTH, undefined, LENGTH);
    const ours = run(words, own, translation, () => 1 + random.below(2000), jit, LENGTH);
    if (!areEqual(right, ours)) different.push(own);
    retired += right.retired;
    cleared += jit.statistics.cleared;
    compiled += ours.retired - jit.statistics.interpreted - jit.statistics.slow;
  }
  return { different, retired, compiled, cleared };
}

const areEqual = (a: Pace, b: Pace): boolean => JSON.stringify(a) === JSON.stringify(b);
