// The vectors of test/oracle/cpu, compiled.

import { createJit } from "../../../src/machine/jit/jit";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { compareRow, type Result } from "../../oracle/cpu/comparison";
import { Ours } from "../../oracle/cpu/ours";
import { recordedNames } from "../../oracle/cpu/recording";
import { window } from "../../oracle/cpu/vectors";

export interface Outcome {
  readonly results: readonly Result[];
  /** Vectors that were executed by the engine, and those of them that compiled code did alone. */
  readonly asked: number;
  readonly compiled: number;
}

/** One vector of `sample`; the interpreter answers the others. */
export function compareVectors(sample: number): Outcome {
  const jit = createJit({ hasSystem: false, isEager: true });
  const [plain, engine] = [new Ours(window()), new Ours(window(), jit)];
  let [count, asked, compiled] = [0, 0, 0];
  const classes = [...new Set(standardDecoder().rows.map((row) => row.class))];
  const results = classes.flatMap((name) => recordedNames(name)).map((name) =>
    compareRow(standardDecoder().row(name), plain, undefined, (request) => {
      if (count++ % sample !== 0) return plain.answer(request);
      asked++;
      const { regions, slow } = jit.statistics;
      const answer = engine.answer(request);
      const { statistics } = jit;
      // SVC, behind it, is always the interpreter's.
      if (statistics.regions > regions && statistics.slow - slow <= 1) compiled++;
      return answer;
    }));
  return { results, asked, compiled };
}
