import { USED } from "../../src/formats/devices/virtqueue";
import type { Returned } from "../../src/unikernel/drivers/virtio/returned";
import { load16 } from "../../src/unikernel/metal/memory";
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
 * says why, in words of yours; its other fields may be anything. If it can be, `lie` is empty. Returned is a class: its
 * constructor takes the head, the bytes written and the lie.
 */
export function reap(used: bigint, taken: number, rooms: readonly number[], out: number): Returned | null {
  const index = load16(plus(used, BigInt(USED.idx.at)));
  throw new Error(`The index is ${index}, ${taken} are taken, ${out} are out, and the queue has a size of ${rooms.length}: return what is back, or null.`);
}
