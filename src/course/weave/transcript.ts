// Transcripts: what a command of the text prints, as recorded beside the page.
//
// A recording is chapters/NN-slug/transcripts/NAME.txt: "$ command", "status N", then the output, verbatim. The
// site is built from recordings alone, so a reader needs none of the programs that made them; `npm run weave`
// runs every command again and refuses a difference, `npm run weave -- --update` records anew.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserFault } from "../../base/fault";
import { chapterOf } from "../house";
import type { Course } from "./course";
import type { TranscriptProps } from "./excerpt-props";
import type { TranscriptFence } from "./fence";
import { type Page, slugOf } from "./page";

export interface Recording {
  readonly command: string;
  readonly status: number;
  readonly output: string;
}

/** Where the recording of `command` is kept, from the root. */
export function recordingPath(page: Page, command: string): string {
  const name = slugOf(command.replace(/[/.|]/g, " ")).replace(/-+/g, "-").slice(0, 48).replace(/-$/, "");
  const hash = createHash("sha256").update(command).digest("hex").slice(0, 8);
  return `${dirname(page.path)}/transcripts/${name}-${hash}.txt`;
}

export function readRecording(root: string, path: string): Recording | undefined {
  if (!existsSync(join(root, path))) return undefined;
  const [, command, status, output] = /^\$ (.*)\nstatus (\d+)\n([^]*)$/.exec(readFileSync(join(root, path), "utf8")) ?? [];
  if (output === undefined) throw new UserFault(`${path} is no recording: it begins with "$ command" and "status N"`);
  return { command: command!, status: Number(status), output };
}

export function writeRecording(root: string, path: string, { command, status, output }: Recording): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), `$ ${command}\nstatus ${status}\n${output}`);
}

/** The properties of the `<Transcript>` in the fence's place; a fault if nothing, or something else, is recorded. */
export function transcriptOf(course: Course, page: Page, fence: TranscriptFence): TranscriptProps {
  checkTour(course, page, fence.command);
  const path = recordingPath(page, fence.command);
  const recording = readRecording(course.root, path);
  if (recording === undefined) throw new UserFault(`"${fence.command}" is not recorded; npm run weave -- --update records it`);
  if (recording.command !== fence.command) throw new UserFault(`${path} records "${recording.command}", not "${fence.command}"`);
  checkStatus(fence, recording);
  const lines = recording.output.split("\n");
  const marked = fence.marks.flatMap((text) => {
    const found = lines.flatMap((line, i) => (line.includes(text) ? [i + 1] : []));
    if (found.length === 0) throw new UserFault(`no line of the transcript contains "${text}"`);
    return found;
  });
  const id = fence.id ?? slugOf(`run-${recordingPath(page, fence.command).replace(/^.*\/|\.txt$/g, "")}`);
  return { id, command: fence.command, output: recording.output, status: recording.status, marked };
}

export function checkStatus(fence: TranscriptFence, { command, status, output }: Recording): void {
  if (status === fence.status) return;
  const said = output.split("\n").find((line) => line.trim() !== "");
  throw new UserFault(`"${command}" ends with status ${status}, not ${fence.status}${said === undefined ? "" : `; it says: ${said.trim()}`}`);
}

/** A page may run the tours of its own chapter and of earlier ones; chapter 0 shows what lies ahead. */
function checkTour({ house }: Course, page: Page, command: string): void {
  if (page.chapter === 0) return;
  for (const [tour] of command.matchAll(/\bsrc\/run\/[\w-]+\.ts/g)) {
    const chapter = chapterOf(tour, house);
    if (typeof chapter === "number" && chapter > page.chapter) throw new UserFault(`${tour} is built in chapter ${chapter}, later than this one (${page.chapter})`);
  }
}

/** The first line in which two outputs differ. */
export function firstDifference(recorded: string, printed: string): string {
  const [before, now] = [recorded.split("\n"), printed.split("\n")];
  const at = before.findIndex((line, i) => line !== now[i]);
  const i = at < 0 ? before.length : at;
  const show = (lines: readonly string[]): string => (lines[i] === undefined ? "the end" : JSON.stringify(lines[i]));
  return `line ${i + 1}: recorded ${show(before)}, printed ${show(now)}`;
}
