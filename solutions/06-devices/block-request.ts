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
export const blockAction: VirtioParts["blockAction"] = (request, disk) => {
  const { type, sector, readable, writable, segment } = request;
  if (type === 0) return transfer("read", sector, writable, disk);
  if (type === 1) return transfer("write", sector, readable, disk);
  if (type === 4) return { does: "flush" };
  if (type === 8) return { does: "identify" };
  if (type !== 11 && type !== 13) return UNSUPP;

  if (segment === undefined) return UNSUPP;
  if (segment.sectors > 0x3f_ffff) return IOERR;
  const action = transfer(type === 11 ? "discard" : "clear", segment.sector, 512 * segment.sectors, disk);
  const allowed = type === 11 ? 0 : 1;
  return action.does !== "refuse" && (segment.flags & ~allowed) !== 0 ? UNSUPP : action;
};

type Action = ReturnType<VirtioParts["blockAction"]>;
type Disk = Parameters<VirtioParts["blockAction"]>[1];

const IOERR: Action = { does: "refuse", status: 1 };
const UNSUPP: Action = { does: "refuse", status: 2 };

function transfer(does: "read" | "write" | "discard" | "clear", sector: bigint, length: number, disk: Disk): Action {
  if (length % 512 !== 0) return IOERR;
  if (sector + BigInt(length / 512) > BigInt(disk.sectors)) return IOERR;
  if (disk.isReadOnly && does !== "read") return IOERR;
  return { does, at: 512 * Number(sector), length };
}
