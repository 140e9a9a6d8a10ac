// What a request to a disk comes to ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.2.6):
// from its header, and from how much there is to read and to write, to what is to be done.

import {
  BLOCK_REQUEST, BLOCK_SEGMENT_UNMAP, BLOCK_STATUS, SECTOR,
} from "../../../formats/devices/virtio-block";

/** The most sectors that one DISCARD or WRITE_ZEROES may name: just under 2 GiB. */
export const MOST_SECTORS = 0x3f_ffff;

export interface DiskDescription {
  readonly sectors: number;
  readonly isReadOnly: boolean;
}

export interface BlockRequest {
  readonly type: number;
  readonly sector: bigint;
  /** Bytes behind the header; bytes before the status. */
  readonly readable: number;
  readonly writable: number;
  /** Of a DISCARD or WRITE_ZEROES that carries exactly one. */
  readonly segment?: BlockSegment;
}

export interface BlockSegment {
  readonly sector: bigint;
  readonly sectors: number;
  readonly flags: number;
}

/** What to do; `at` and `length` are in bytes of the disk. */
export type BlockAction =
  | { readonly does: BlockSpan; readonly at: number; readonly length: number }
  | { readonly does: "flush" | "identify" }
  | { readonly does: "refuse"; readonly status: number };

export type BlockSpan = "read" | "write" | "discard" | "clear";

const IO_ERROR: BlockAction = { does: "refuse", status: BLOCK_STATUS.IOERR };
const UNSUPPORTED: BlockAction = { does: "refuse", status: BLOCK_STATUS.UNSUPP };

/** What a disk does about `request`. */
export function blockAction(request: BlockRequest, disk: DiskDescription): BlockAction {
  const { type, sector, readable, writable, segment } = request;
  switch (type) {
    case BLOCK_REQUEST.IN: return span("read", sector, writable, disk);
    case BLOCK_REQUEST.OUT: return span("write", sector, readable, disk);
    case BLOCK_REQUEST.FLUSH: return { does: "flush" };
    case BLOCK_REQUEST.GET_ID: return { does: "identify" };
    case BLOCK_REQUEST.DISCARD: return sweep("discard", segment, 0, disk);
    case BLOCK_REQUEST.WRITE_ZEROES: return sweep("clear", segment, BLOCK_SEGMENT_UNMAP, disk);
    default: return UNSUPPORTED;
  }
}

/** Whole sectors, all of them on the disk; and written only if it can be. */
function span(does: BlockSpan, sector: bigint, length: number, disk: DiskDescription): BlockAction {
  const isThere = sector + BigInt(Math.ceil(length / SECTOR)) <= BigInt(disk.sectors);
  if (!isThere || length % SECTOR !== 0) return IO_ERROR;
  if (does !== "read" && disk.isReadOnly) return IO_ERROR;
  return { does, at: Number(sector) * SECTOR, length };
}

/** `allowed` are the flags that the segment may have. */
function sweep(
  does: BlockSpan, segment: BlockSegment | undefined, allowed: number, disk: DiskDescription,
): BlockAction {
  if (segment === undefined) return UNSUPPORTED;
  if (segment.sectors > MOST_SECTORS) return IO_ERROR;
  const action = span(does, segment.sector, segment.sectors * SECTOR, disk);
  const isKnown = (segment.flags & ~allowed) === 0;
  return isKnown || action.does === "refuse" ? action : UNSUPPORTED;
}
