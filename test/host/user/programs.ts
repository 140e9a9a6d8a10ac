// The programs that the host is tried on: Debian's arm64 binaries, in .cache/programs (which git ignores).
// fetch-programs.ts fills it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const PROGRAMS_DIRECTORY = join(__dirname, "..", "..", "..", ".cache", "programs");

/** A tree as of an arm64 system: programs, and the libraries that they need. */
export const ROOT = join(PROGRAMS_DIRECTORY, "root");

/** Where each program is under ROOT, and whose it is. The first two are static. */
const PROGRAMS = {
  "busybox": ["/bin/busybox",      "busybox-static"],
  "bash":    ["/bin/bash-static",  "bash-static"],
  "lua":     ["/usr/bin/lua5.4",   "lua5.4"],
  "bc":      ["/usr/bin/bc",       "bc"],
  "perl":    ["/usr/bin/perl",     "perl-base"],
  "sqlite3": ["/usr/bin/sqlite3",  "sqlite3"],
} as const;

export type ProgramName = keyof typeof PROGRAMS;

export const pathOf = (program: ProgramName): string => join(ROOT, PROGRAMS[program][0]);

export const packageOf = (program: ProgramName): string => PROGRAMS[program][1];

export interface FetchedPackage {
  readonly package: string;
  readonly version: string;
  /** Of the package file. */
  readonly sha256: string;
}

export const INDEX = join(PROGRAMS_DIRECTORY, "packages.json");

/** What has been fetched; undefined if nothing has. */
export function fetchedPackages(): readonly FetchedPackage[] | undefined {
  return existsSync(INDEX) ? (JSON.parse(readFileSync(INDEX, "utf8")) as FetchedPackage[]) : undefined;
}
