// The seeds of a class. The instructor's secret goes through a keyed hash, so that what a student sees of their own
// tests says nothing about another's.

import { createHmac } from "node:crypto";
import { PUBLIC_SEED } from "../judge/core/judge";

export interface SeedPolicy {
  /** The instructor's; undefined for the public tests. */
  readonly secret: string | undefined;
  /** Whether each student has tests and graded questions of their own. */
  readonly variants: boolean;
}

/** The seed by which `exercise` is judged for `student`. */
export function seedFor({ secret, variants }: SeedPolicy, student: string, exercise: string): string {
  if (secret === undefined) return PUBLIC_SEED;
  return keyed(secret, variants ? `${student}\0${exercise}` : `\0${exercise}`);
}

/** A name for the seeds of a class that does not give them away: two runs by the same seed have the same. */
export const fingerprint = ({ secret, variants }: SeedPolicy): string =>
  secret === undefined ? "public" : `${variants ? "variants " : "hidden "}${keyed(secret, "\0\0fingerprint").slice(0, 12)}`;

const keyed = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("hex");
