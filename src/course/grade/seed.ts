// The seeds of a class. The instructor's secret goes through a keyed hash, so that what a student sees of their own
// tests says nothing about another's. Reports hold its fingerprint, so the secret is stretched (scrypt, RFC 7914):
// who tries words for it pays a tenth of a second for each.

import { createHmac, scryptSync } from "node:crypto";
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

const keyed = (secret: string, text: string): string => createHmac("sha256", stretched(secret)).update(text).digest("hex");

const keys = new Map<string, Buffer>();

function stretched(secret: string): Buffer {
  const key = keys.get(secret) ?? scryptSync(secret, "opcode-to-packet", 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 });
  keys.set(secret, key);
  return key;
}
