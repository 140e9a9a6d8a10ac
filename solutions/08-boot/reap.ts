import { USED, USED_ELEMENT } from "../../src/formats/devices/virtqueue";
import { Returned } from "../../src/unikernel/drivers/virtio/returned";
import { dataMemoryBarrier } from "../../src/unikernel/metal/machine";
import { load16, load32 } from "../../src/unikernel/metal/memory";
import { plus } from "../../src/unikernel/metal/word";

/**
 * The next chain that a device gives back. `used` is the address of the used ring, of which the device writes every word,
 * perhaps while you look: so load each word once, and store nothing.
 *
 *     used + 0   flags, 16 bits
 *     used + 2   idx, 16 bits: how many chains have ever come back, modulo 65536
 *     used + 4   entries of 8 bytes: id, 32 bits, the chain's first descriptor; len, 32 bits, the bytes that were written
 *
 * (formats/devices/virtqueue has it as USED and USED_ELEMENT.) The entry of the chain that came back as number n is in slot n
 * modulo the queue's size, which is rooms.length. `taken` is how many we have taken, modulo 65536. The processor may load an
 * entry before the index, unless dataMemoryBarrier() stands between.
 *
 * `rooms` says of each descriptor how many bytes the device may write to the chain that begins there; -1: the device has no
 * such chain. It has `out` chains. If there is nothing new, null. If what the device says cannot be, a Returned whose `lie`
 * says why, in words of yours; its other fields may be anything. If it can be, `lie` is empty.
 */
export function reap(used: bigint, taken: number, rooms: readonly number[], out: number): Returned | null {
  const index = load16(plus(used, BigInt(USED.idx.at)));
  const count = (index - taken) & 0xffff;
  if (count === 0) return null;
  if (count > out) return new Returned(0, 0, `${count} chains come back of ${out} that it has`);
  dataMemoryBarrier();
  const slot = USED.ring.at + USED.ring.bytes * (taken % rooms.length);
  const head = load32(plus(used, BigInt(slot + USED_ELEMENT.id.at)));
  const written = load32(plus(used, BigInt(slot + USED_ELEMENT.len.at)));
  const room = head < rooms.length ? rooms[head]! : -1;
  if (room < 0) return new Returned(head, written, `chain ${head} comes back, which it does not have`);
  if (written > room) return new Returned(head, written, `${written} bytes are said to be in ${room}`);
  return new Returned(head, written, "");
}
