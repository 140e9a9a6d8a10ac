// A cpio archive of the "newc" kind, which the Linux kernel unpacks as its first file system
// (Linux, Documentation/driver-api/early-userspace/buffer-format.rst):
//
//   header: "070701", 13 numbers of 8 hexadecimal digits | name, 0 | to a multiple of 4 | contents | to a multiple of 4
//
// The same files give the same bytes: everything belongs to root, and is as old as time.

export type CpioEntry =
  | { readonly path: string; readonly kind: "directory" }
  | { readonly path: string; readonly kind: "file"; readonly contents: Uint8Array; readonly executable: boolean }
  | { readonly path: string; readonly kind: "link"; readonly target: string };

const S_IFDIR = 0o040_000;
const S_IFREG = 0o100_000;
const S_IFLNK = 0o120_000;

const TRAILER = "TRAILER!!!";
/** What programs that write to tapes fill up to. */
const BLOCK = 512;

/** The entries in their order: a directory before what is in it. */
export function cpio(entries: readonly CpioEntry[]): Uint8Array {
  const pieces = entries.flatMap((entry, i) => record(entry.path, i, modeOf(entry), entry.kind === "directory" ? 2 : 1, contentsOf(entry)));
  pieces.push(...record(TRAILER, 0, 0, 1, new Uint8Array(0)));
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const archive = new Uint8Array(Math.ceil(size / BLOCK) * BLOCK);
  let at = 0;
  for (const piece of pieces) {
    archive.set(piece, at);
    at += piece.length;
  }
  return archive;
}

function record(path: string, ino: number, mode: number, nlink: number, contents: Uint8Array): Uint8Array[] {
  const name = new TextEncoder().encode(`${path}\0`);
  const [uid, gid, mtime, devmajor, devminor, rdevmajor, rdevminor, check] = [0, 0, 0, 0, 0, 0, 0, 0];
  const numbers = [ino, mode, uid, gid, nlink, mtime, contents.length, devmajor, devminor, rdevmajor, rdevminor, name.length, check];
  const header = new TextEncoder().encode(`070701${numbers.map((n) => n.toString(16).toUpperCase().padStart(8, "0")).join("")}`);
  return [header, name, filler(header.length + name.length), contents, filler(contents.length)];
}

const filler = (size: number): Uint8Array => new Uint8Array(-size & 3);

function modeOf(entry: CpioEntry): number {
  switch (entry.kind) {
    case "directory": return S_IFDIR | 0o755;
    case "file": return S_IFREG | (entry.executable ? 0o755 : 0o644);
    case "link": return S_IFLNK | 0o777;
  }
}

function contentsOf(entry: CpioEntry): Uint8Array {
  switch (entry.kind) {
    case "directory": return new Uint8Array(0);
    case "file": return entry.contents;
    case "link": return new TextEncoder().encode(entry.target);
  }
}
