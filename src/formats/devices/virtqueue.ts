// The split virtqueue: three areas in RAM that a driver and a device share ("Virtual I/O Device
// (VIRTIO) Version 1.2", section 2.7). N is the queue's size.
//
//   descriptors      N x 16 bytes          written by the driver: buffers, in chains
//   available ring   6 + 2 N bytes         written by the driver: chains for the device
//   used ring        6 + 8 N bytes         written by the device: chains it is done with
//
// 1. No word of it is written by both.
// 2. Indices are 16 bits and only ever count up, through 65535 to 0. What is at index i is in the
//    ring's slot i modulo N.

import type { Structure } from "./structure";

export const DESCRIPTOR_BYTES = 16;

/** Section 2.7.5. */
export const DESCRIPTOR = {
  addr:  { at: 0,  bytes: 8, meaning: "The buffer's physical address" },
  len:   { at: 8,  bytes: 4, meaning: "Its length" },
  flags: { at: 12, bytes: 2, meaning: "NEXT, WRITE, INDIRECT" },
  next:  { at: 14, bytes: 2, meaning: "The chain's next descriptor, if NEXT" },
} as const satisfies Structure;

export const DESCRIPTOR_FLAG = {
  NEXT: 1, // the chain goes on
  WRITE: 2, // for the device to write; else for it to read
  INDIRECT: 4, // no buffer, but a table of descriptors
} as const;

/** Section 2.7.6; used_event comes behind the slots. */
export const AVAILABLE = {
  flags: { at: 0, bytes: 2, meaning: "NO_INTERRUPT" },
  idx:   { at: 2, bytes: 2, meaning: "Where the driver puts the next chain" },
  ring:  { at: 4, bytes: 2, meaning: "The first slot: a chain's first descriptor" },
} as const satisfies Structure;

export const AVAILABLE_NO_INTERRUPT = 1;

/** Section 2.7.8; avail_event comes behind the slots. */
export const USED = {
  flags: { at: 0, bytes: 2, meaning: "NO_NOTIFY" },
  idx:   { at: 2, bytes: 2, meaning: "Where the device puts the next chain" },
  ring:  { at: 4, bytes: 8, meaning: "The first slot: a USED_ELEMENT" },
} as const satisfies Structure;

export const USED_NO_NOTIFY = 1;

export const USED_ELEMENT = {
  id:  { at: 0, bytes: 4, meaning: "The chain's first descriptor" },
  len: { at: 4, bytes: 4, meaning: "How many bytes the device has written" },
} as const satisfies Structure;

/** From the available ring's first byte: the index at which the driver wants an interrupt. */
export function usedEventAt(size: number): number {
  return AVAILABLE.ring.at + AVAILABLE.ring.bytes * size;
}

/** From the used ring's first byte: the index at which the device wants to be notified. */
export function availEventAt(size: number): number {
  return USED.ring.at + USED.ring.bytes * size;
}

/**
 * Section 2.7.10.1: an index has gone from `old` to `now`, and the other side wants to know when
 * whatever has index `event` is there. Has that just happened?
 *
 *     ... old ... event ... now ...      yes, if old <= event < now; counted from old, modulo 65536
 */
export function needsEvent(event: number, now: number, old: number): boolean {
  return ((event - old) & 0xffff) < ((now - old) & 0xffff);
}
