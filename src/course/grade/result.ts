import type { Verdict } from "../judge/core/verdict";

/** The machine-readable result of one student; the reports are made from it. It holds no time and no path. */
export interface StudentResult {
  readonly student: string;
  readonly points: number;
  readonly outOf: number;
  readonly verdicts: readonly Verdict[];
  /** What was left out of the submission, or is wrong with it. */
  readonly notes: readonly string[];
  /** What the submission was judged in. */
  readonly sandbox: string;
  /** Which tests it was judged by: seed.ts, fingerprint(). */
  readonly tests: string;
  /** What all of this follows from: the same key, the same result. */
  readonly key: string;
}

/** Whether some of it is our fault, and to be judged again. */
export const needsAnotherRun = ({ verdicts }: StudentResult): boolean => verdicts.some(({ status }) => status === "grader error");
