// The block device: a disk ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.2). It has one
// queue. A request is a chain of three parts, each of as many buffers as the driver likes:
//
//   the device reads    BLOCK_HEADER, then the data if the disk is to be written
//   the device writes   the data if the disk is to be read, then one byte: how it went

import type { Structure } from "./structure";

/** What everything counts in, however large the disk's own blocks are. */
export const SECTOR = 512;

/** Numbers of bits. */
export const BLOCK_FEATURE = {
  SEG_MAX: 2, // a request has at most seg_max buffers of data
  RO: 5, // the disk cannot be written
  BLK_SIZE: 6, // blk_size says how large a block is
  FLUSH: 9, // what is written is safe only when it has been flushed
  TOPOLOGY: 10, // which transfers are fast
  DISCARD: 13, // sectors can be given up
  WRITE_ZEROES: 14, // sectors can be cleared without sending the zeros
} as const;

export const BLOCK_CONFIG_BYTES = 57;

export const BLOCK_CONFIG = {
  capacity:                 { at: 0,  bytes: 8, meaning: "The disk's sectors" },
  size_max:                 { at: 8,  bytes: 4, meaning: "The longest buffer; 0: any" },
  seg_max:                  { at: 12, bytes: 4, meaning: "The most buffers of data in a request" },
  cylinders:                { at: 16, bytes: 2, meaning: "Geometry, from another age" },
  heads:                    { at: 18, bytes: 1, meaning: "Geometry" },
  sectors:                  { at: 19, bytes: 1, meaning: "Geometry" },
  blk_size:                 { at: 20, bytes: 4, meaning: "Bytes of a block" },
  physical_block_exp:       { at: 24, bytes: 1, meaning: "Log2 of blocks per physical block" },
  alignment_offset:         { at: 25, bytes: 1, meaning: "The first aligned block" },
  min_io_size:              { at: 26, bytes: 2, meaning: "Blocks worth transferring at least" },
  opt_io_size:              { at: 28, bytes: 4, meaning: "Blocks best transferred at once" },
  writeback:                { at: 32, bytes: 1, meaning: "1: writes wait for a flush" },
  num_queues:               { at: 34, bytes: 2, meaning: "How many queues" },
  max_discard_sectors:      { at: 36, bytes: 4, meaning: "The most sectors given up at once" },
  max_discard_seg:          { at: 40, bytes: 4, meaning: "In how many segments" },
  discard_sector_alignment: { at: 44, bytes: 4, meaning: "Where such a segment begins" },
  max_write_zeroes_sectors: { at: 48, bytes: 4, meaning: "The most sectors cleared at once" },
  max_write_zeroes_seg:     { at: 52, bytes: 4, meaning: "In how many segments" },
  write_zeroes_may_unmap:   { at: 56, bytes: 1, meaning: "1: cleared sectors may be given up" },
} as const satisfies Structure;

export const BLOCK_HEADER_BYTES = 16;

export const BLOCK_HEADER = {
  type:   { at: 0, bytes: 4, meaning: "BLOCK_REQUEST" },
  sector: { at: 8, bytes: 8, meaning: "Where the data begins on the disk, for IN and OUT" },
} as const satisfies Structure;

/** Types of request, section 5.2.6. */
export const BLOCK_REQUEST = {
  IN: 0, // from the disk
  OUT: 1, // onto the disk
  FLUSH: 4, // make safe what has been written
  GET_ID: 8, // the disk's serial number
  DISCARD: 11, // give sectors up
  WRITE_ZEROES: 13, // clear sectors
} as const;

export const BLOCK_STATUS = {
  OK: 0,
  IOERR: 1, // it did not work
  UNSUPP: 2, // there is no such request
} as const;

/** What GET_ID answers with: a text, with zeros behind it if it is shorter. */
export const BLOCK_ID_BYTES = 20;

/** DISCARD and WRITE_ZEROES carry these behind the header. */
export const BLOCK_SEGMENT_BYTES = 16;

export const BLOCK_SEGMENT = {
  sector:      { at: 0,  bytes: 8, meaning: "The first one" },
  num_sectors: { at: 8,  bytes: 4, meaning: "How many" },
  flags:       { at: 12, bytes: 4, meaning: "Bit 0, UNMAP: cleared sectors may be given up" },
} as const satisfies Structure;

export const BLOCK_SEGMENT_UNMAP = 1;
