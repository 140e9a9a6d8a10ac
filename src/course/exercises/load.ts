// From an exercise's id to its trial, loaded when it is asked for: a trial may bring the whole machine with it.

import { bug } from "../../base/bug";
import type { AnyTrial, Part, Question, Trial } from "./exercise";
import type { Plain } from "./plain";

const TRIALS: Readonly<Record<string, () => Promise<AnyTrial>>> = {
  "decoder/field": async () => trial((await import("./01-decoder/field")).field),
};

export function loadTrial(id: string): Promise<AnyTrial> {
  return (TRIALS[id] ?? bug(`exercise ${id} has no trial in load.ts`))();
}

/** A trial of any part is a trial as the judge sees it: the judge passes a property the variant of the same trial. */
function trial<F extends Part, V extends Plain>(it: Trial<F> | Question<F, V>): AnyTrial {
  return it as unknown as AnyTrial;
}
