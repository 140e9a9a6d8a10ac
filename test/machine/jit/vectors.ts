// The vectors of test/oracle/cpu, compiled: of each row one of so many, and always its first.

import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { createJit } from "../../../src/machine/jit/jit";
import { areEqual, changesOf, readChanges } from "../../oracle/cpu/changes";
import type { Difference } from "../../oracle/cpu/comparison";
import { isWritten, Ours } from "../../oracle/cpu/ours";
import { inputsHash, recordedChanges, recordedNames, recordingPath } from "../../oracle/cpu/recording";
import { vectorsOf, window } from "../../oracle/cpu/vectors";
import type { Row } from "../../../src/machine/decoder/row";

export interface Result {
  readonly row: Row;
  readonly differences: readonly Difference[];
}

export interface Outcome {
  readonly results: readonly Result[];
  /** Vectors that were executed by the engine, and those of them that compiled code did alone. */
  readonly asked: number;
  readonly compiled: number;
}

export const CLASSES: readonly string[] = [...new Set(standardDecoder().rows.map((row) => row.class))];

/** One vector of `sample`, of the rows of these classes that are named. */
export function compareVectors(sample: number, classes = CLASSES, isAsked: (row: Row, number: number) => boolean = () => true): Outcome {
  const jit = createJit({ hasSystem: false, isEager: true });
  const engine = new Ours(window(), jit);
  let [asked, compiled] = [0, 0];
  const compareRow = (name: string): Result => {
    const row = standardDecoder().row(name);
    const requests = vectorsOf(row);
    const recorded = recordedChanges(recordingPath(row.class), row.name, inputsHash(window(), requests));
    const differences = requests.flatMap((request, vector) => {
      if (vector % sample !== 0) return [];
      asked++;
      const { regions, slow } = jit.statistics;
      const got = changesOf(request.state, engine.answer(request));
      const { statistics } = jit;
      // SVC, behind it, is always the interpreter's.
      if (statistics.regions > regions && statistics.slow - slow <= 1) compiled++;
      const expected = recorded[vector]!;
      return areEqual(got, expected) ? [] : [{ vector, request, expected: readChanges(expected), got: readChanges(got) }];
    });
    return { row, differences };
  };
  const names = classes.flatMap((name) => recordedNames(name)).filter((name) => isWritten(name))
    .filter((name, number) => isAsked(standardDecoder().row(name), number));
  return { results: names.map(compareRow), asked, compiled };
}
