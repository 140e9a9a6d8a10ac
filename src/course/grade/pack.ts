// The file to hand in: the student's files in a zip, with a receipt that says what is in it. The same files make the
// same zip, to the byte.

import { hashOf } from "../exercises/working-copy";
import { makeZip } from "./zip";

export interface Packed {
  readonly zip: Uint8Array;
  /** SHA-256 of the zip: what the student keeps. */
  readonly receipt: string;
}

/** The receipt inside the zip: SHA-256 of each file, by path. */
export const RECEIPT = "receipt.json";

export function pack(files: Readonly<Record<string, string>>): Packed {
  const hashes = Object.fromEntries(Object.keys(files).sort().map((path) => [path, hashOf(files[path]!)]));
  const zip = makeZip({ ...files, [RECEIPT]: `${JSON.stringify({ course: "opcode-to-packet", sha256: hashes }, undefined, 2)}\n` });
  return { zip, receipt: hashOf(zip) };
}
