// Which files of a submission are read: those that may be exercises, of a bounded number and size.

import { EXERCISES } from "../exercises/manifest";

/** A file as it was found, its path with forward slashes. */
export interface Found {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const MAX_FILE_BYTES = 256 * 1024;
export const MAX_FILES = 200;

/** Folders that no student's file is in. */
export const SKIPPED = new Set(["node_modules", ".git", "__MACOSX"]);

/** "01-decoder", ... */
export const CHAPTERS = [...new Set(EXERCISES.map(({ file }) => file.split("/")[0]!))];
const WANTED = new RegExp(`^(?:.*/)?(?:${CHAPTERS.join("|")})/[A-Za-z0-9][A-Za-z0-9._-]*\\.ts$`);

/** Whether `path` may be a student's file. */
export const isWanted = (path: string): boolean =>
  WANTED.test(path) && !path.startsWith("/") && !path.split("/").some((step) => step === ".." || SKIPPED.has(step));
