// The value of an ID register, derived from the machine's profile (cpu/profile.ts): where a value
// of a field is a feature's, its text names the feature, "FEAT_AES, FEAT_PMULL".
//
// 1. A field has the greatest value whose features are all in the profile; 0 if there is none.
// 2. What is no matter of a feature, or of none that an instruction needs, is given: `fixed`.

import { bug } from "../../../base/bug";
import { PROFILE } from "../../cpu/profile";
import type { FieldRow, RegisterRow } from "../register";

const profile: ReadonlySet<string> = new Set(PROFILE);

/** The features that the text of a value names. */
export const featuresIn = (text: string): readonly string[] => text.match(/FEAT_\w+/g) ?? [];

/** Fields that have a value whatever the profile is. */
export type FixedFields = Readonly<Record<string, number>>;

/** An ID register's row: its fields say what the machine has, and EL1 alone may read them. */
export function identifies(
  row: Omit<RegisterRow, "reset">, fixed: FixedFields = {},
): RegisterRow {
  for (const name of Object.keys(fixed)) {
    if (!row.fields.some((field) => field[1] === name)) bug(`${row.title} has no ${name}`);
  }
  const bits = row.fields.map((field) => BigInt(fixed[field[1]] ?? claimOf(field)) << lowOf(field));
  return { ...row, reset: bits.reduce((value, field) => value | field, 0n) };
}

function claimOf([, , , values = {}]: FieldRow): number {
  const claimed = Object.entries(values).filter(([, text]) => isInProfile(featuresIn(text)));
  return Math.max(0, ...claimed.map(([value]) => Number(value)));
}

const isInProfile = (features: readonly string[]): boolean =>
  features.length > 0 && features.every((feature) => profile.has(feature));

const lowOf = ([bits]: FieldRow): bigint => BigInt(bits.split(":").at(-1)!);
