// The next chain that a device gives back, if there is one ("Virtual I/O Device (VIRTIO) Version
// 1.2", section 2.7.8). The device may write to the ring while we look.

import { USED, USED_ELEMENT } from "../../../formats/devices/virtqueue";
import { dataMemoryBarrier } from "../../metal/machine";
import { load16, load32 } from "../../metal/memory";
import { plus } from "../../metal/word";
import { Returned } from "./returned";

/**
 * `used`: where the ring is; `taken`: its index as far as we have come, of 16 bits. `rooms` has for
 * each descriptor how much the device may write to the chain that begins there; -1: it has no such
 * chain. It has `out` of them. Null: there is nothing new.
 */
export function reap(
  used: bigint, taken: number, rooms: readonly number[], out: number,
): Returned | null {
  const index = load16(plus(used, BigInt(USED.idx.at)));
  const count = (index - taken) & 0xffff;
  if (count === 0) return null;
  if (count > out) return new Returned(0, 0, `${count} chains come back of ${out} that it has`);
  dataMemoryBarrier(); // What the index announces is read behind it.
  const slot = USED.ring.at + USED.ring.bytes * (taken % rooms.length);
  const head = load32(plus(used, BigInt(slot + USED_ELEMENT.id.at)));
  const written = load32(plus(used, BigInt(slot + USED_ELEMENT.len.at)));
  return new Returned(head, written, lieIn(head, written, rooms));
}

function lieIn(head: number, written: number, rooms: readonly number[]): string {
  const room = head < rooms.length ? rooms[head]! : -1;
  if (room < 0) return `chain ${head} comes back, which it does not have`;
  return written > room ? `${written} bytes are said to be in ${room}` : "";
}
