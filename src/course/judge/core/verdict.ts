// What the judge says of one exercise. A verdict holds no times and no paths of this machine: judged twice, an
// exercise has the same verdict to the byte.

export const STATUSES = [
  "pass", "fail", "compile error", "out of fuel", "timeout", "out of memory", "crash", "grader error",
] as const;

/** Only "grader error" is our fault: it is no zero, the exercise is to be judged again. */
export type Status = (typeof STATUSES)[number];

/** The first case where the student's answer and the truth part. */
export interface Divergence {
  readonly property: string;
  /** All in the manual's notation, one line each. */
  readonly call: string;
  readonly theirs: string;
  readonly ours: string;
  /** What is wrong with theirs, where ours is only one of several right answers. */
  readonly fault?: string;
  /** Who says so, or what the case is about. */
  readonly why: string | undefined;
}

export interface PropertyVerdict {
  readonly title: string;
  readonly state: "holds" | "fails" | "not reached";
  readonly cases: number;
}

export interface Verdict {
  readonly exercise: string;
  readonly status: Status;
  readonly points: number;
  readonly outOf: number;
  /** One line or, for compile errors, a few: what is wrong. Empty for a pass. */
  readonly message: string;
  readonly divergence: Divergence | undefined;
  readonly properties: readonly PropertyVerdict[];
  /** What the student's code printed, cut off. */
  readonly printed: string;
}
