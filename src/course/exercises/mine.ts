// The decoder's parts with the student's own in place of ours: what --mine runs on. The student's code runs here as
// any program of theirs does, with no judge and no sandbox.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../../base/fault";
import type { DecoderParts } from "../../machine/decoder/parts";
import { standardParts } from "../../machine/decoder/standard-parts";
import { COURSE_ROOT } from "../root";
import type { Part } from "./exercise";
import { EXERCISES } from "./manifest";

const INTERFACE = "src/machine/decoder/parts.ts";

export interface PartOwner {
  readonly part: string;
  /** Below `dir`. */
  readonly file: string;
  /** A file that is not there, or is still the starter, is not theirs yet. */
  readonly mine: boolean;
}

/** The parts in the working copy at `dir`, ours where there is none. Needs ts-node, as every command has it. */
export async function partsOfStudent(dir: string): Promise<{ parts: DecoderParts; whose: PartOwner[] }> {
  const rows = EXERCISES.filter((row) => row.kind === "part" && row.exports.from === INTERFACE);
  const whose = rows.map((row) => ({ part: row.exports.name, file: row.file, mine: isTheirs(dir, row.file) }));
  const theirs: [string, Part][] = [];
  for (const { part, file, mine } of whose) if (mine) theirs.push([part, blaming(file, part, await load(dir, file, part))]);
  // Each has been held to be a function; that it is the right one is what `o2p check` says.
  return { parts: { ...standardParts, ...(Object.fromEntries(theirs) as Partial<DecoderParts>) }, whose };
}

function isTheirs(dir: string, file: string): boolean {
  const copy = join(dir, file);
  return existsSync(copy) && readFileSync(copy, "utf8") !== readFileSync(join(COURSE_ROOT, "exercises", file), "utf8");
}

async function load(dir: string, file: string, part: string): Promise<Part> {
  let exported: unknown;
  try {
    exported = ((await import(join(dir, file))) as Readonly<Record<string, unknown>>)[part];
  } catch (fault) {
    throw new UserFault(`${file}: cannot be loaded: ${messageOf(fault)}; o2p check says more`);
  }
  if (typeof exported !== "function") throw new UserFault(`${file}: exports no function ${part}`);
  return exported as Part;
}

/** `part`, whose faults say whose they are. */
function blaming(file: string, part: string, call: Part): Part {
  return (...args) => {
    try {
      return call(...args);
    } catch (fault) {
      throw new UserFault(`${file}: ${part}() threw: ${messageOf(fault)}`);
    }
  };
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).split("\n")[0]!;
