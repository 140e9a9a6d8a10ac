// Kernels come compressed: gzip (RFC 1952). A small file may claim to be, or turn out to be, larger
// than any machine: it is unpacked into the room that it asks for, if that is reasonable, and not a
// byte further.

import { Gunzip } from "fflate";
import { UserFault } from "../../../base/fault";
import { hex } from "../../../base/word";
import { crc32 } from "../crc32";

/** As QEMU has it. */
export const MOST_UNPACKED = 256 * 1024 * 1024;

/** Compressed bytes at a time: they unpack to a thousand times as many at most. */
const CHUNK = 0x4000;
const HEADER_AND_TRAILER = 18;

export const isGzip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** Unpacks one gzip member. */
export function gunzip(packed: Uint8Array, most: number = MOST_UNPACKED): Uint8Array {
  if (packed.length < HEADER_AND_TRAILER) throw new UserFault("the gzip file is truncated");
  const trailer = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8);
  const size = trailer.getUint32(4, true);
  if (size > most) {
    const limit = `at most ${hex(most)} are read`;
    throw new UserFault(`the gzip file unpacks to ${hex(size)} bytes; ${limit}`);
  }
  const unpacked = new Uint8Array(size);
  unpackInto(unpacked, packed);
  if (crc32(unpacked) !== trailer.getUint32(0, true)) {
    throw new UserFault("the gzip file is damaged: what it holds is not what its end says");
  }
  return unpacked;
}

/** What it does not fill stays zero, which the checksum does not overlook. */
function unpackInto(unpacked: Uint8Array, packed: Uint8Array): void {
  let end = 0;
  const stream = new Gunzip((bytes) => {
    if (end + bytes.length > unpacked.length) {
      throw new UserFault("the gzip file is damaged: it holds more than its end says");
    }
    unpacked.set(bytes, end);
    end += bytes.length;
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    }
  } catch (error) {
    if (error instanceof UserFault) throw error;
    throw new UserFault(`the gzip file is damaged: ${(error as Error).message}`);
  }
}
