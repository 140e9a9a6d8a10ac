// What is in a tar archive (POSIX.1-1988's ustar, with GNU's long names, as dpkg-deb writes them): names and places.
// The archive may be larger than one wishes to hold in memory, so it is read through a function.

import { UserFault } from "../../base/fault";

/** Some bytes of a file; fewer than `size` only where the file ends. */
export type ReadAt = (offset: number, size: number) => Uint8Array;

export interface TarFile {
  readonly name: string;
  /** Where its contents lie in the archive. */
  readonly offset: number;
  readonly size: number;
}

const BLOCK = 512;
/** Of the header's fields: offset, size. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const TYPE = 156;

const REGULAR = 0x30; // '0'
const GNU_LONG_NAME = 0x4c; // 'L': the next header's name is this one's contents.

/** The regular files, in their order. */
export function tarFiles(read: ReadAt): TarFile[] {
  const files: TarFile[] = [];
  let longName: string | undefined;
  for (let at = 0; ;) {
    const header = read(at, BLOCK);
    if (header.length < BLOCK) throw new UserFault("the tar archive ends too early");
    if (header[0] === 0) return files; // Zeros mark the end.
    const size = parseInt(text(header, SIZE), 8);
    if (!Number.isSafeInteger(size)) throw new UserFault(`the tar archive's header at ${at} gives no size`);
    const offset = at + BLOCK;
    if (header[TYPE] === GNU_LONG_NAME) {
      longName = text(read(offset, size), [0, size]);
    } else {
      if (header[TYPE] === REGULAR) files.push({ name: longName ?? text(header, NAME), offset, size });
      longName = undefined;
    }
    at = offset + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** A field's text, up to the first zero. */
function text(bytes: Uint8Array, [offset, size]: readonly [number, number]): string {
  const field = bytes.subarray(offset, offset + size);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}
