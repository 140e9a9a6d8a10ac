// A device that lies: it stands in front of an honest one, and changes what it says, or is deaf and
// has the test play the device. Offsets are those of "Virtual I/O Device (VIRTIO) Version 1.2",
// sections 4.2.2 and 2.7.

import type { Device, GuestMemory } from "../../../../src/machine/devices/device";

const DESCRIPTOR_BYTES = 16;
const NEXT = 1;

/** A buffer of a chain, as its descriptor has it. */
export interface Buffer {
  readonly address: bigint;
  readonly length: number;
}

export class Liar implements Device {
  readonly #honest: Device;
  /** What reads as something else, by offset. */
  readonly answers = new Map<number, number>();
  /** Notifications do not come through: the test plays the device. */
  isDeaf = false;
  /** Status, when it was written last. */
  status = 0;
  /** QueueNum, and where the queue's three areas are: of the queue that was set up last. */
  size = 0;
  descriptors = 0n;
  available = 0n;
  used = 0n;

  constructor(honest: Device) {
    this.#honest = honest;
  }

  read(offset: number, bytes: number): bigint | undefined {
    const answer = this.answers.get(offset);
    return answer === undefined ? this.#honest.read(offset, bytes) : BigInt(answer);
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    switch (offset) {
      case 0x38: this.size = Number(value); break;
      case 0x70: this.status = Number(value); break;
      case 0x80: this.descriptors = value; break;
      case 0x84: this.descriptors += value << 32n; break;
      case 0x90: this.available = value; break;
      case 0x94: this.available += value << 32n; break;
      case 0xa0: this.used = value; break;
      case 0xa4: this.used += value << 32n; break;
    }
    if (offset === 0x50 && this.isDeaf) return true;
    return this.#honest.write(offset, bytes, value);
  }
}

/** The queue, for who plays the device of a deaf Liar. */
export class PlayedQueue {
  readonly #liar: Liar;
  readonly #memory: GuestMemory;
  /** Both indices. */
  #taken = 0;
  #used = 0;

  constructor(liar: Liar, memory: GuestMemory) {
    this.#liar = liar;
    this.#memory = memory;
  }

  /** The first descriptors of the chains that have been offered since the last call. */
  take(): number[] {
    const { available, size } = this.#liar;
    const heads: number[] = [];
    for (const idx = this.#word(available + 2n, 2); this.#taken !== idx; this.#taken = (this.#taken + 1) & 0xffff) {
      heads.push(this.#word(available + BigInt(4 + 2 * (this.#taken % size)), 2));
    }
    return heads;
  }

  buffersOf(head: number): Buffer[] {
    const at = this.#liar.descriptors + BigInt(DESCRIPTOR_BYTES * head);
    const buffer = { address: BigInt(this.#word(at, 4)) + (BigInt(this.#word(at + 4n, 4)) << 32n), length: this.#word(at + 8n, 4) };
    const hasNext = (this.#word(at + 12n, 2) & NEXT) !== 0;
    return hasNext ? [buffer, ...this.buffersOf(this.#word(at + 14n, 2))] : [buffer];
  }

  bytesOf({ address, length }: Buffer): Uint8Array {
    const bytes = this.#memory.bytes(address, length);
    if (bytes === undefined) throw new Error(`a buffer at ${address.toString(16)} is nowhere`);
    return bytes;
  }

  /** Puts an element into the used ring, and counts it. */
  use(id: number, length: number): void {
    const at = this.#liar.used + BigInt(4 + 8 * (this.#used % this.#liar.size));
    this.#write(at, 4, id);
    this.#write(at + 4n, 4, length);
    this.jump(1);
  }

  /** Moves the index alone. */
  jump(by: number): void {
    this.#used = (this.#used + by) & 0xffff;
    this.#write(this.#liar.used + 2n, 2, this.#used);
  }

  #word(address: bigint, bytes: number): number {
    return this.bytesOf({ address, length: bytes }).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  #write(address: bigint, bytes: number, value: number): void {
    this.#memory.write(address, Uint8Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) & 0xff));
  }
}
