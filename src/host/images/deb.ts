// A Debian package (deb(5)): an ar archive of three files, the last of which is a compressed tar archive.
// Node has no xz, and this project none of its own: the system's program takes it apart.

import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import { UserFault } from "../../base/fault";
import { type ReadAt, type TarFile, tarFiles } from "./tar";

const MAGIC = "!<arch>\n";
const HEADER = 60;

/** Who decompresses data.tar.*. */
const PROGRAMS: Readonly<Record<string, string>> = { ".xz": "xz", ".zst": "zstd", ".gz": "gzip" };

export interface PackageFiles {
  readonly files: readonly TarFile[];
  readonly contents: (file: TarFile) => Uint8Array;
}

/** Runs `work` on the files of the package at `path`; `scratch` is a file that holds them meanwhile. */
export function withPackage<T>(path: string, scratch: string, work: (files: PackageFiles) => T): T {
  const { name, bytes } = dataMember(path, readFileSync(path));
  const file = openSync(scratch, "w+");
  try {
    decompress(path, name, bytes, file);
    const read: ReadAt = (offset, size) => {
      const buffer = new Uint8Array(size);
      return buffer.subarray(0, readSync(file, buffer, 0, size, offset));
    };
    return work({ files: tarFiles(read), contents: ({ offset, size }) => read(offset, size) });
  } finally {
    closeSync(file);
    rmSync(scratch);
  }
}

function decompress(path: string, name: string, bytes: Uint8Array, file: number): void {
  const program = PROGRAMS[name.slice("data.tar".length)];
  if (program === undefined) throw new UserFault(`${path}: ${name} is compressed in a way that is not known here`);
  const { error, status, stderr } = spawnSync(program, ["-dc"], { input: bytes, stdio: ["pipe", file, "pipe"] });
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") throw new UserFault(`${path}: takes the program ${program} to unpack: install it`);
  if (error !== undefined) throw error;
  if (status !== 0) throw new UserFault(`${path}: ${program} cannot unpack it: ${String(stderr).trim()}`);
}

interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function dataMember(path: string, bytes: Uint8Array): Member {
  const members = arMembers(bytes);
  const data = members?.find(({ name }) => name.startsWith("data.tar"));
  if (data === undefined) throw new UserFault(`${path}: is not a whole Debian package`);
  return data;
}

/** undefined if it is not an ar archive, or part of one. */
export function arMembers(bytes: Uint8Array): Member[] | undefined {
  const text = (offset: number, size: number): string => new TextDecoder("latin1").decode(bytes.subarray(offset, offset + size));
  if (text(0, MAGIC.length) !== MAGIC) return undefined;
  const members: Member[] = [];
  for (let at = MAGIC.length; at < bytes.length;) {
    const size = Number(text(at + 48, 10));
    const start = at + HEADER;
    if (text(at + 58, 2) !== "`\n" || start + size > bytes.length) return undefined;
    members.push({ name: text(at, 16).trimEnd().replace(/\/$/, ""), bytes: bytes.subarray(start, start + size) });
    at = start + size + (size % 2); // Members begin at even offsets.
  }
  return members;
}
