import type { VirtioParts } from "../../src/machine/devices/virtio/parts";

/**
 * What a disk has to do about a request: { does, at, length }, where `does` is "read", "write", "discard" or "clear", and `at` and
 * `length` are in bytes; { does: "flush" }; { does: "identify" }; or { does: "refuse", status }, where status 1 is IOERR and 2 is
 * UNSUPP. The disk has `disk.sectors` sectors of 512 bytes. A request has a type, and a sector of 64 bits, as a bigint:
 *
 *   0 IN            reads request.writable bytes from that sector on
 *   1 OUT           writes request.readable bytes from that sector on
 *   4 FLUSH         flushes
 *   8 GET_ID        identifies
 *   11 DISCARD      discards request.segment.sectors sectors from request.segment.sector on
 *   13 WRITE_ZEROES clears them
 *
 * Of DISCARD and WRITE_ZEROES: without a segment, UNSUPP. More than 0x3fffff sectors, IOERR. And once everything else is in order,
 * a flag in segment.flags that is not allowed, UNSUPP: DISCARD allows none, WRITE_ZEROES bit 0.
 * Of all that read, write, discard or clear: IOERR if they are not whole sectors, or not all of them on the disk; no sectors at
 * all may begin where the disk ends. IOERR if the disk is read only (disk.isReadOnly), but for reading. Another type is UNSUPP.
 */
export const blockAction: VirtioParts["blockAction"] = ({ type, sector, readable, writable }, disk) => {
  const request = `type ${type}, sector ${sector}, ${readable} bytes to read and ${writable} to write`;
  throw new Error(`Return what a disk of ${disk.sectors} sectors does about a request: ${request}.`);
};
