// A part of the unikernel that holds is put in place of ours, and a service booted with it: it must say what it says with
// ours, and end as it does.

import type { ExerciseRow } from "../../exercises/exercise";
import type { KernelOutcome, ServiceRun } from "./kernel-messages";
import { oneLine } from "./printable";
import type { Divergence, Verdict } from "./verdict";

type Booted = Extract<KernelOutcome, { kind: "booted" }>;

/** How the title of this property begins, and of no other. */
export const BOOTS = "boots ";

const MAX_LINES = 4;

/** `judged` is a pass. */
export function withBoot(judged: Verdict, row: ExerciseRow, booted: Booted): Verdict {
  const [ours, theirs] = [alike(booted.ours, row), alike(booted.theirs, row)];
  const service = row.kernel?.service ?? "";
  const title = `${BOOTS}${service.replace(/^.*\/|\.ts$/g, "")} in place of ours`;
  const same = ours.printed === theirs.printed && ours.end === theirs.end;
  const properties = [...judged.properties, { title, state: same ? "holds" as const : "fails" as const, cases: 1 }];
  if (same) return { ...judged, properties };
  const divergence: Divergence = {
    property: title, call: `o2p boot ${service} --mine`, theirs: shown(theirs, ours), ours: shown(ours, theirs),
    why: "your file stands in the kernel, and the kernel boots on our machine",
  };
  return { ...judged, status: "fail", points: 0, message: title, divergence, properties };
}

/** With what cannot be the same in two runs crossed out. */
function alike(run: ServiceRun, { kernel }: ExerciseRow): ServiceRun {
  if (kernel?.unlike === undefined) return run;
  return { ...run, printed: run.printed.replace(new RegExp(`^(?:${kernel.unlike})$`, "gm"), "...") };
}

/** From the first line in which the two differ. */
function shown({ printed, end, instructions }: ServiceRun, other: ServiceRun): string {
  const lines = printed.split("\n");
  const others = other.printed.split("\n");
  const differs = lines.findIndex((line, i) => line !== others[i]);
  const said = differs < 0 ? "the same" : oneLine(lines.slice(differs, differs + MAX_LINES).join(" | "));
  return `${said === "" ? "nothing" : said} (${ENDS[end]} after ${instructions} instructions)`;
}

const ENDS = { off: "switched off", waits: "waits", "still runs": "still runs" } as const;
