// Drivers that lie: 100,000 random rings a device, most of them impossible in some way. Whatever they say, the device throws
// nothing, ends, and keeps nothing.

import { expect } from "chai";
import type { VirtioCard } from "../../../../src/machine/devices/virtio/card";
import { VirtioBlock } from "../../../../src/machine/devices/virtio/block";
import { VirtioConsole } from "../../../../src/machine/devices/virtio/console";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import { EmptySlot } from "../../../../src/machine/devices/virtio/empty-slot";
import { VirtioEntropy } from "../../../../src/machine/devices/virtio/entropy";
import { VirtioMmio } from "../../../../src/machine/devices/virtio/mmio";
import { VirtioNet } from "../../../../src/machine/devices/virtio/net";
import { Random } from "../../../oracle/words";
import { attack } from "../hostile";
import { ramOf } from "../ram";
import { RAM, TestRam } from "./driver";

const RINGS = 100_000;
const MOST_GROWTH = 64 << 20;
const RAM_BYTES = 1 << 16;

interface Victim {
  readonly card: VirtioCard;
  /** Something comes from outside. */
  readonly receive?: (bytes: Uint8Array) => void;
}

const VICTIMS: Readonly<Record<string, () => Victim>> = {
  block: () => ({ card: new VirtioBlock({ disk: new MemoryDisk(new Uint8Array(1 << 16)), serial: "victim" }) }),
  net: () => {
    const card = new VirtioNet({ mac: new Uint8Array(6), send: () => undefined });
    return { card, receive: (bytes) => { card.receive(bytes); } };
  },
  console: () => {
    const card = new VirtioConsole({ transmit: () => undefined });
    return { card, receive: (bytes) => { card.receive(bytes); } };
  },
  entropy: () => ({ card: new VirtioEntropy({ fill: (bytes) => { bytes.fill(1); } }) }),
};

/** A driver that sets a device up properly, if it is lucky, and fills RAM with what could be rings. */
class Liar {
  readonly #random = new Random(6);
  readonly #ram: TestRam;
  readonly #device: VirtioMmio;
  readonly #victim: Victim;
  /** How each ring ended: to see that not all fail, nor all succeed. */
  served = 0;
  failed = 0;

  constructor(victim: Victim) {
    const memory = ramOf(RAM_BYTES);
    this.#victim = victim;
    this.#ram = new TestRam(memory.bytes(BigInt(RAM), RAM_BYTES)!);
    this.#device = new VirtioMmio({ card: victim.card, memory, line: () => undefined });
  }

  ring(): void {
    const random = this.#random;
    const queues = this.#device.queues.length;
    this.#begin(queues);
    for (let turn = random.below(3); turn >= 0; turn--) {
      this.#write(0x50, random.below(queues));
      this.#victim.receive?.(new Uint8Array(random.below(300)));
    }
    if (this.#device.fault !== undefined) this.failed++;
    else if (this.#device.save().queues.some(({ used }) => used > 0)) this.served++;
  }

  #begin(queues: number): void {
    const random = this.#random;
    this.#write(0x70, 0);
    for (const half of [1, 0]) {
      this.#write(0x24, half);
      this.#write(0x20, half === 1 ? 1 : random.below(8) === 0 ? random.next() : (random.below(4) << 28) >>> 0);
    }
    this.#write(0x70, 0xb);
    for (let q = 0; q < queues; q++) {
      const size = random.below(4) === 0 ? random.below(1100) : 1 + random.below(16);
      this.#write(0x30, q);
      this.#write(0x38, size);
      const areas = { descriptors: this.#somewhere(), available: this.#somewhere(), used: this.#somewhere() };
      [areas.descriptors, areas.available, areas.used].forEach((address, i) => {
        this.#write(0x80 + 0x10 * i, address);
        this.#write(0x84 + 0x10 * i, random.below(100) === 0 ? random.next() : 0);
      });
      this.#write(0x44, 1);
      this.#fill(areas, Math.min(size, 16));
    }
    this.#write(0x70, 0xf);
  }

  #fill({ descriptors, available }: { descriptors: number; available: number }, size: number): void {
    const random = this.#random;
    const ram = this.#ram;
    if (!isRam(descriptors, 16 * size) || !isRam(available, 6 + 2 * size)) return;
    for (let n = 0; n < size; n++) {
      // A buffer to read or one to write, and on to the next: unless it is a lie.
      const lies = (): boolean => random.below(25) === 0;
      const isHeader = random.below(2) === 0;
      const at = descriptors + 16 * n;
      ram.put64(at, lies() ? (BigInt(random.next()) << 32n) | BigInt(random.next()) : isHeader ? this.#header() : this.#somewhere());
      ram.put32(at + 8, lies() ? random.next() : isHeader ? 16 : [1, 512, 513, 16 * random.below(10), random.below(5000)][random.below(5)]!);
      ram.put16(at + 12, lies() ? random.next() & 0xffff : isHeader ? 1 : [2, 2, 2, 3, 4][random.below(5)]!);
      ram.put16(at + 14, lies() ? random.next() & 0xffff : (n + 1) % size);
    }
    ram.put16(available, random.below(2));
    ram.put16(available + 2, random.below(30) === 0 ? random.next() & 0xffff : random.below(Math.min(size, 3) + 1));
    for (let slot = 0; slot < size; slot++) ram.put16(available + 4 + 2 * slot, random.below(30) === 0 ? random.next() & 0xffff : random.below(size));
  }

  /** A disk could understand it. */
  #header(): number {
    const at = RAM + RAM_BYTES - 64;
    this.#ram.put32(at, this.#random.below(16));
    this.#ram.put64(at + 8, this.#random.below(200));
    return at;
  }

  /** Mostly in RAM; rarely at its very end, or out of it. */
  #somewhere(): number {
    const random = this.#random;
    const kind = random.below(60);
    if (kind === 0) return random.next();
    if (kind === 1) return RAM + RAM_BYTES - random.below(40);
    return RAM + (random.below(RAM_BYTES - 6000) & ~1);
  }

  #write(offset: number, value: number): void {
    this.#device.write(offset, 4, BigInt(value));
  }
}

const isRam = (address: number, length: number): boolean => address >= RAM && address + length <= RAM + RAM_BYTES;

describe("hostile drivers", function () {
  this.timeout(120_000);

  for (const [name, make] of Object.entries(VICTIMS)) {
    it(`${RINGS} rings of lies to ${name}`, () => {
      const liar = new Liar(make());
      for (let i = 0; i < RINGS / 10; i++) liar.ring();
      const before = process.memoryUsage().rss;
      for (let i = 0; i < RINGS; i++) liar.ring();
      expect(process.memoryUsage().rss - before).to.be.below(MOST_GROWTH);
      expect(liar.served).to.be.greaterThan(RINGS / 20);
      expect(liar.failed).to.be.greaterThan(RINGS / 20);
    });

    it(`${RINGS} random accesses to ${name}`, () => {
      const target = { name, size: 0x200, make: () => new VirtioMmio({ card: make().card, memory: ramOf(RAM_BYTES), line: () => undefined }) };
      expect(attack(target, RINGS, 6)).to.be.below(MOST_GROWTH);
    });
  }

  it(`${RINGS} random accesses to an empty slot`, () => {
    expect(attack({ name: "slot", size: 0x200, make: () => new EmptySlot() }, RINGS, 6)).to.be.below(MOST_GROWTH);
  });
});
