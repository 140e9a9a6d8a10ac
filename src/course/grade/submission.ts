// What a student handed in: a folder or a zip file, read into memory and no further. Nothing is unpacked to disk, no
// link is followed, and what is too large or has a strange name is left out, with a note.

import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { oneLine } from "../judge/core/printable";
import { CHAPTERS, type Found, isWanted, MAX_FILE_BYTES, MAX_FILES, SKIPPED } from "./submission-limits";
import { readZip } from "./zip";

export interface Submission {
  /** The folder's name, or the zip file's without its ending. */
  readonly student: string;
  /** The students' files by path below work/: "01-decoder/field.ts". */
  readonly files: Readonly<Record<string, string>>;
  /** What was left out, or is wrong with it, one line each. */
  readonly notes: readonly string[];
  /** Why the system did not let us read it: no fault of the student's. */
  readonly unreadable?: string;
}

const MAX_ENTRIES = 5_000;
const MAX_DEPTH = 8;
const MAX_NOTES = 20;

/** What else lies in `dir`, which is nobody's submission: hidden files apart. */
export function skippedIn(dir: string): string[] {
  const isSubmission = new Set(submissionsIn(dir).map(({ path }) => path));
  return readdirSync(dir).filter((name) => !name.startsWith(".") && !isSubmission.has(join(dir, name))).sort();
}

/** Students by name: every folder and zip file in `dir`, in order. */
export function submissionsIn(dir: string): { readonly student: string; readonly path: string }[] {
  const entries = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && (entry.isDirectory() || (entry.isFile() && /\.zip$/i.test(entry.name))));
  return entries
    .map((entry) => ({ student: entry.isDirectory() ? entry.name : entry.name.replace(/\.zip$/i, ""), path: join(dir, entry.name) }))
    .sort((a, b) => (a.student < b.student ? -1 : a.student > b.student ? 1 : 0));
}

export function readSubmission(student: string, path: string): Submission {
  const notes: string[] = [];
  try {
    const found = lstatSync(path).isDirectory() ? readFolder(path, notes) : readZip(path, notes);
    return { student, files: chapterFiles(found, notes), notes: fewAndShort(notes) };
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === undefined) throw fault;
    return { student, files: {}, notes: [], unreadable: `the submission cannot be read (${code})` };
  }
}

/** Names are the student's, and as many and as long as they like. */
function fewAndShort(notes: readonly string[]): string[] {
  const few = notes.slice(0, MAX_NOTES).map((note) => oneLine(note));
  return notes.length > MAX_NOTES ? [...few, `and ${notes.length - MAX_NOTES} notes like these`] : few;
}

function readFolder(root: string, notes: string[]): Found[] {
  const found: Found[] = [];
  let entries = 0;
  const visit = (folder: string, depth: number): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++entries > MAX_ENTRIES || found.length >= MAX_FILES) return;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) notes.push(`${path} is a symbolic link: left out`);
      else if (entry.isDirectory() && !SKIPPED.has(entry.name) && depth < MAX_DEPTH) visit(path, depth + 1);
      else if (entry.isFile() && isWanted(path)) takeFile(join(root, path), path, found, notes);
    }
  };
  visit("", 0);
  if (entries > MAX_ENTRIES) notes.push(`more than ${MAX_ENTRIES} files: the rest left out`);
  return found;
}

function takeFile(file: string, path: string, found: Found[], notes: string[]): void {
  if (lstatSync(file).size > MAX_FILE_BYTES) notes.push(`${path} is larger than ${MAX_FILE_BYTES / 1024} KiB: left out`);
  else found.push({ path, bytes: readFileSync(file) });
}

/**
 * Of what was found, the files below one root: a student may hand in 01-decoder/, work/01-decoder/ or the whole
 * checkout, where work/ is theirs.
 */
function chapterFiles(found: readonly Found[], notes: string[]): Record<string, string> {
  const rootOf = (path: string): string => path.split("/").slice(0, -2).join("/");
  const roots = [...new Set(found.map(({ path }) => rootOf(path)))];
  const rank = (root: string): number => (/(^|\/)work$/.test(root) ? 0 : 1 + root.length);
  const [root, ...others] = roots.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  if (root === undefined) {
    notes.push(`no exercise is in it: ${CHAPTERS.join(" or ")} is what is looked for`);
    return {};
  }
  const named = (folder: string): string => `"${folder === "" ? "." : folder}"`;
  if (others.length > 0) notes.push(`graded is what stands in ${named(root)}; left out: ${others.map(named).join(", ")}`);
  const files: Record<string, string> = {};
  for (const { path, bytes } of found) {
    if (rootOf(path) === root) files[path.split("/").slice(-2).join("/")] = new TextDecoder().decode(bytes);
  }
  return files;
}

/** Whether two entries of a class would be one student: "ada" and "ada.zip". */
export function twice(students: readonly { readonly student: string }[]): string | undefined {
  return students.find(({ student }, i) => students[i + 1]?.student === student)?.student;
}

export const isFolder = (path: string): boolean => existsSync(path) && lstatSync(path).isDirectory();
