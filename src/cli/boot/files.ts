// The files of a run. None that it writes may be another one of it, whatever either is called: a record of packets over
// a disk destroys the disk.

import { type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { UserFault } from "../../base/fault";
import { parseDiskOption } from "../../host/disk/disk-option";
import { withReasons } from "../input";
import type { BootOptions } from "./options";

interface NamedFile {
  /** What names it. */
  readonly by: string;
  readonly file: string;
  readonly isWritten: boolean;
}

export function checkFiles(image: string | undefined, options: BootOptions): void {
  const byIdentity = new Map<string, NamedFile>();
  for (const next of filesOf(image, options)) {
    const identity = identityOf(next.file);
    const other = identity === undefined ? undefined : byIdentity.get(identity);
    if (other !== undefined && (other.isWritten || next.isWritten)) throw clash(other, next);
    if (identity !== undefined) byIdentity.set(identity, next);
  }
}

/** Those that are written come last. What is loaded has been read whole before it is saved over. */
function filesOf(image: string | undefined, { bios, initrd, load, save, pcap, disk }: BootOptions): readonly NamedFile[] {
  const read = { IMAGE: image, "--bios": bios, "--initrd": initrd, ...(load !== save && { "--load": load }) };
  const disks = disk.map((option) => parseDiskOption(option))
    .map(({ file, mode }) => ({ by: "--disk", file, isWritten: mode === "read-write" }));
  return [
    ...named(read, false), ...disks.filter(({ isWritten }) => !isWritten), ...disks.filter(({ isWritten }) => isWritten),
    ...named({ "--pcap": pcap, "--save": save }, true),
  ];
}

const named = (files: Readonly<Record<string, string | undefined>>, isWritten: boolean): NamedFile[] =>
  Object.entries(files).flatMap(([by, file]) => (file === undefined ? [] : [{ by, file, isWritten }]));

/** The same for all names of one file; undefined of what is no file, as a pipe or /dev/null. */
function identityOf(file: string): string | undefined {
  const status = withReasons(file, (): Stats | undefined => statSync(file, { throwIfNoEntry: false }));
  if (status === undefined) return resolve(file);
  return status.isFile() ? `${status.dev}:${status.ino}` : undefined;
}

const clash = (one: NamedFile, other: NamedFile): UserFault =>
  new UserFault(`${other.file}: is given as ${one.by} and as ${other.by}, which writes to it; give another file`);
