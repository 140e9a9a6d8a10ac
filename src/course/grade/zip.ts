// Zip files, in both directions. One that is read may have been made to do harm: its names are only ever compared,
// its sizes are bounded before anything is inflated, and inflating stops where the stated size ends.

import { strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { lstatSync, readFileSync } from "node:fs";
import { type Found, isWanted, MAX_FILE_BYTES, MAX_FILES } from "./submission-limits";

const MAX_ZIP_BYTES = 16 * 2 ** 20;
/** Deflate packs a thousandfold at most, so this bounds the work as well. */
const MAX_PACKED_BYTES = 64 * 1024;
/** As many as a zip file of the first format can count; one of the later may claim billions that are not there. */
const MAX_ENTRIES = 65_535;

/** The earliest time that a zip file can hold: the same files make the same zip, whenever it is made. */
const EPOCH = new Date(1980, 0, 1);

/** The student's files in the zip at `path`; none, and a note, if it cannot be read. */
export function readZip(path: string, notes: string[]): Found[] {
  if (lstatSync(path).size > MAX_ZIP_BYTES) {
    notes.push(`the zip file is larger than ${MAX_ZIP_BYTES / 2 ** 20} MiB: not read`);
    return [];
  }
  let entries = 0;
  let taken = 0;
  let unzipped: Unzipped;
  try {
    unzipped = unzipSync(readFileSync(path), {
      filter: ({ name, size, originalSize }) => {
        if (++entries > MAX_ENTRIES) throw new Error(`more than ${MAX_ENTRIES} entries`);
        if (!isWanted(slashed(name))) return false;
        const fits = size <= MAX_PACKED_BYTES && originalSize <= MAX_FILE_BYTES && ++taken <= MAX_FILES;
        if (!fits) notes.push(`${slashed(name)} is too large, or one too many: left out`);
        return fits;
      },
    });
  } catch (fault) {
    notes.push(`it cannot be read as a zip file: ${fault instanceof Error ? fault.message : String(fault)}`);
    return [];
  }
  return Object.entries(unzipped)
    .map(([name, bytes]) => ({ path: slashed(name), bytes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const slashed = (name: string): string => name.replaceAll("\\", "/");

/** A zip file of `files`, the same bytes for the same files. */
export function makeZip(files: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(files).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, [strToU8(files[name]!), { mtime: EPOCH, level: 9 }] as const])));
}
