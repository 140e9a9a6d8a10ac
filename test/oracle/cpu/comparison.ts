// Our machine's answers against QEMU's, row by row.

import type { Row } from "../../../src/machine/decoder/row";
import { areEqual, type Change, changesOf, readChanges } from "./changes";
import { isWritten, type Ours } from "./ours";
import { recordRow } from "./record";
import { inputsHash, recordedChanges, recordingPath } from "./recording";
import type { Request } from "./qemu";
import { vectorsOf, window } from "./vectors";

export interface Difference {
  readonly vector: number;
  readonly request: Request;
  readonly expected: readonly Change[];
  readonly got: readonly Change[];
}

export interface Result {
  readonly row: Row;
  readonly vectors: number;
  /** Undefined if the row has no semantics yet. */
  readonly differences: readonly Difference[] | undefined;
}

const isHint = (row: Row): boolean => row.class === "Hints" || row.class === "Reserved";

/** `slice`: against what QEMU says now of these vectors; undefined: against what is recorded. */
export function compareRow(row: Row, ours: Ours, slice?: number, answer = (request: Request) => ours.answer(request)): Result {
  const requests = vectorsOf(row, slice);
  if (requests.length === 0 || (!isWritten(row.name) && !isHint(row))) return { row, vectors: requests.length, differences: undefined };
  const recorded = slice !== undefined
    ? recordRow(row, slice).changes
    : recordedChanges(recordingPath(row.class), row.name, inputsHash(window(), requests));
  const differences = requests.flatMap((request, vector) => {
    const got = changesOf(request.state, answer(request));
    const expected = recorded[vector]!;
    return areEqual(got, expected) ? [] : [{ vector, request, expected: readChanges(expected), got: readChanges(got) }];
  });
  return { row, vectors: requests.length, differences };
}
