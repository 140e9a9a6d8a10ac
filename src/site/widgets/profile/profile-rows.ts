/** What this machine makes of each row of the decoder, from the tables and the profile. Pure. */
import { executeOf } from "../../../machine/cpu/meanings";
import { PROFILE } from "../../../machine/cpu/profile";
import type { Decoder } from "../../../machine/decoder/decoder";
import type { Row } from "../../../machine/decoder/row";

export type Verdict = "executes" | "does nothing" | "Undefined";

export interface ProfileRow {
  readonly row: Row;
  readonly verdict: Verdict;
  /** The features that the row, or some of its words, needs. */
  readonly features: readonly string[];
  /** "FEAT_MTE", or "for some words, FEAT_DIT": what the machine does not have. */
  readonly lacks: string;
}

const ours: ReadonlySet<string> = new Set(PROFILE);

export const profileRows = ({ rows }: Decoder): readonly ProfileRow[] => rows.map(profileRow);

export function profileRow(row: Row): ProfileRow {
  const features = [...new Set(row.features.map(({ name }) => name))];
  const missing = features.filter((name) => !ours.has(name));
  const lacksAlways = row.feature !== undefined && !ours.has(row.feature);
  return { row, features, verdict: verdictOf(row, lacksAlways), lacks: lacksAlways || missing.length === 0 ? missing.join(", ") : `for some words, ${missing.join(", ")}` };
}

/** A hint that a processor does not know is a NOP to it (Arm ARM, "Hints"). */
function verdictOf(row: Row, lacks: boolean): Verdict {
  if (!lacks && executeOf(row.name) !== undefined) return "executes";
  return row.class === "Hints" ? "does nothing" : "Undefined";
}

export interface ProfileGroup {
  readonly name: string;
  readonly classes: readonly { readonly name: string; readonly rows: readonly ProfileRow[] }[];
}

/** The rows in the manual's order, by group and class. */
export function profileGroups(rows: readonly ProfileRow[]): readonly ProfileGroup[] {
  return [...new Set(rows.map(({ row }) => row.group))].map((group) => {
    const own = rows.filter(({ row }) => row.group === group);
    const classes = [...new Set(own.map(({ row }) => row.class))];
    return { name: group, classes: classes.map((name) => ({ name, rows: own.filter(({ row }) => row.class === name) })) };
  });
}
