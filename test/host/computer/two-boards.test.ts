// Two machines on a switch. Each is driven through its bus and its RAM, as a kernel would drive it; offsets are those
// of Virtual I/O Device (VIRTIO) Version 1.2: 4.2.2 (registers), 2.7 (split virtqueues).

import { expect } from "chai";
import { type Card, Computer } from "../../../src/host/computer/computer";
import { FrameQueue } from "../../../src/host/network/frame-queue";
import { Switch } from "../../../src/host/network/switch";

/** The first card is in the last slot. */
const SLOT = 0x0a00_0000 + 31 * 0x200;
const RAM = 0x4000_0000;
/** Descriptors, available ring, used ring of the receive queue; those of the transmit queue 64 KiB further. */
const QUEUE = { descriptors: 0, available: 0x1000, used: 0x2000, buffer: 0x8000 };
const SIZE = 4;
const NET_HEADER = 12;
/** ACKNOWLEDGE, DRIVER, FEATURES_OK, DRIVER_OK */
const READY = 1 | 2 | 8 | 4;
const VERSION_1 = 32;

/** A machine with one card, and a driver for it. */
class Station {
  readonly computer: Computer;
  readonly passed: Uint8Array[] = [];
  #sent = 0;

  constructor(ethernet: Switch, number: number) {
    const queue = new FrameQueue();
    const card: Card = { mac: Uint8Array.of(2, 0, 0, 0, 0, number), queue, port: ethernet.attach(queue.push) };
    this.computer = new Computer({
      description: { ramBytes: 0x20_0000, cpus: 1, gic: 2 }, outside: { serial: () => undefined }, cards: [card],
      tap: (frame) => { this.passed.push(frame); },
    });
    this.computer.board.start({ segments: [{ address: RAM + 0x8_0000, bytes: Uint8Array.of(0x7f, 0x20, 0x03, 0xd5, 0, 0, 0, 0x14) }], entry: BigInt(RAM + 0x8_0000), x0: 0n }); // wfi; b .
    this.#begin();
  }

  #put(offset: number, value: number): void {
    this.computer.board.bus.write(SLOT + offset, 4, BigInt(value));
  }

  #begin(): void {
    this.#put(0x070, 1 | 2);
    this.#put(0x024, 1);
    this.#put(0x020, 2 ** (VERSION_1 - 32));
    this.#put(0x070, 1 | 2 | 8);
    for (const queue of [0, 1]) {
      const at = RAM + queue * 0x1_0000;
      this.#put(0x030, queue);
      this.#put(0x038, SIZE);
      this.#put(0x080, at + QUEUE.descriptors);
      this.#put(0x090, at + QUEUE.available);
      this.#put(0x0a0, at + QUEUE.used);
      this.#put(0x044, 1);
    }
    this.#put(0x070, READY);
    for (let i = 0; i < SIZE; i++) this.#offer(0, i, new Uint8Array(1600), 2);
    this.#view.setUint16(QUEUE.available + 2, SIZE, true);
    this.#put(0x050, 0);
  }

  get #view(): DataView {
    return this.computer.board.physical.view;
  }

  /** A descriptor of one buffer; 2 is WRITE. */
  #offer(queue: number, index: number, bytes: Uint8Array, flags: number): void {
    const base = queue * 0x1_0000;
    const buffer = base + QUEUE.buffer + index * 0x800;
    this.computer.board.physical.write(RAM + buffer, bytes);
    this.#view.setBigUint64(base + QUEUE.descriptors + 16 * index, BigInt(RAM + buffer), true);
    this.#view.setUint32(base + QUEUE.descriptors + 16 * index + 8, bytes.length, true);
    this.#view.setUint16(base + QUEUE.descriptors + 16 * index + 12, flags, true);
    this.#view.setUint16(base + QUEUE.available + 4 + 2 * (index % SIZE), index, true);
  }

  send(frame: Uint8Array): void {
    const bytes = new Uint8Array(NET_HEADER + frame.length);
    bytes.set(frame, NET_HEADER);
    this.#offer(1, this.#sent++ % SIZE, bytes, 0);
    this.#view.setUint16(0x1_0000 + QUEUE.available + 2, this.#sent, true);
    this.#put(0x050, 1);
  }

  /** What is in its buffers, once it has run. */
  received(): Uint8Array[] {
    this.computer.run(10);
    const count = this.#view.getUint16(QUEUE.used + 2, true);
    return Array.from({ length: count }, (_, i) => {
      const id = this.#view.getUint32(QUEUE.used + 4 + 8 * i, true);
      const length = this.#view.getUint32(QUEUE.used + 8 + 8 * i, true);
      const at = QUEUE.buffer + id * 0x800;
      return this.computer.board.physical.bytes.slice(at + NET_HEADER, at + length);
    });
  }
}

function frame(destination: number, source: number, text: string): Uint8Array {
  const bytes = new Uint8Array(60);
  bytes.set(destination === 0xff ? new Uint8Array(6).fill(0xff) : [2, 0, 0, 0, 0, destination]);
  bytes.set([2, 0, 0, 0, 0, source], 6);
  bytes.set(new TextEncoder().encode(text), 14);
  return bytes;
}

describe("boards on a switch", () => {
  it("hear each other", () => {
    const ethernet = new Switch();
    const [a, b, c] = [1, 2, 3].map((number) => new Station(ethernet, number));
    a!.send(frame(0xff, 1, "is anybody there?"));
    b!.send(frame(1, 2, "b is"));
    expect(a!.received()).to.deep.equal([frame(1, 2, "b is")]);
    expect(b!.received()).to.deep.equal([frame(0xff, 1, "is anybody there?")]);
    expect(c!.received()).to.deep.equal([frame(0xff, 1, "is anybody there?")]); // And nothing that is for a alone.
    expect(a!.passed).to.deep.equal([frame(0xff, 1, "is anybody there?"), frame(1, 2, "b is")]);
  });

  it("lose what they have no room for", () => {
    const ethernet = new Switch();
    const [a, b] = [1, 2].map((number) => new Station(ethernet, number));
    for (let i = 0; i < 6; i++) a!.send(frame(0xff, 1, `number ${i}`));
    expect(b!.received()).to.deep.equal([0, 1, 2, 3].map((i) => frame(0xff, 1, `number ${i}`)));
    expect(b!.computer.board.nics[0]!.counts).to.deep.equal({ sent: 0, received: 4, dropped: 2 });
  });
});
