// For virtio-devices.ts, by test/unikernel/drivers/virtio/soak.ts: random requests to a disk, up to
// eight at a time, drawn from a seed. The order is on the disk itself, in its first sector:
//
//   0   "o2p-soak"   8   the seed, 32 bits, not 0   12   how many requests
//
// What is written, and where, follows from the seed alone; so does the digest of what is read,
// which is printed. The model draws the same requests. One more, behind them, ends by interrupt.

import { load32, load64, store64 } from "../../../src/unikernel/metal/memory";
import { plus, times } from "../../../src/unikernel/metal/word";
import type { BlockDevice } from "../../../src/unikernel/drivers/virtio/block";
import { dataAddress } from "../../../src/unikernel/runtime/data-address";
import { VirtioLine } from "../../../src/unikernel/drivers/virtio/line";

const SECTOR = 512;
/** 128 KiB. */
const MOST_SECTORS = 256;
const SLOTS = 8;

/** "o2p-soak" */
const ORDER = 0x6b61_6f73_2d70_326fn;

/** Of the pattern that is written, and of the digest. */
const STEP = 0x9e37_79b9_7f4a_7c15n;

/** Marsaglia's xorshift of 32 bits. */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    let x = this.#state;
    x = (x ^ (x << 13)) >>> 0;
    x = (x ^ (x >>> 17)) >>> 0;
    x = (x ^ (x << 5)) >>> 0;
    this.#state = x;
    return x % limit;
  }
}

/** Room for one request. */
class Slot {
  readonly bytes = new Uint8Array(MOST_SECTORS * SECTOR);
  isFree = true;
  isWrite = false;
  sector = 0;
  count = 0;
  number = 0;

  touches(sector: number, count: number): boolean {
    return !this.isFree && sector < this.sector + this.count && this.sector < sector + count;
  }
}

class Soak {
  readonly #disk: BlockDevice;
  readonly #random: Random;
  readonly #slots: Slot[] = [];
  digest = 0n;
  read = 0;
  written = 0;
  failures = 0;
  most = 0;

  constructor(disk: BlockDevice, seed: number) {
    this.#disk = disk;
    this.#random = new Random(seed);
    for (let i = 0; i < SLOTS; i++) this.#slots.push(new Slot());
  }

  /** Draws the request, and submits it when nothing is under way that it would meet. */
  request(number: number): void {
    const isWrite = this.#random.below(2) === 1;
    const count = 1 + this.#random.below(MOST_SECTORS);
    const sector = 1 + this.#random.below(this.#disk.sectors - count);
    while (this.#meets(sector, count)) this.#disk.poll();
    const slot = this.#freeSlot();
    slot.isFree = false;
    slot.isWrite = isWrite;
    slot.sector = sector;
    slot.count = count;
    slot.number = number;
    this.#submit(slot);
  }

  #submit(slot: Slot): void {
    const bytes = slot.bytes.subarray(0, slot.count * SECTOR);
    const done = (outcome: string): void => { this.#end(slot, outcome); };
    if (slot.isWrite) {
      fillPattern(bytes, slot.number);
      this.written += bytes.length;
      this.#check(this.#disk.write(slot.sector, bytes, done));
    } else {
      this.read += bytes.length;
      this.#check(this.#disk.read(slot.sector, bytes, done));
    }
    let under = 0;
    for (const each of this.#slots) under += each.isFree ? 0 : 1;
    this.most = Math.max(this.most, under);
  }

  finish(): void {
    for (const slot of this.#slots) {
      while (!slot.isFree) this.#disk.poll();
    }
    this.#check(this.#disk.flushNow() === "done" ? "submitted" : "flush failed");
  }

  #check(submission: string): void {
    if (submission !== "submitted") throw new Error(submission);
  }

  #meets(sector: number, count: number): boolean {
    return this.#slots.some((slot) => slot.touches(sector, count));
  }

  #freeSlot(): Slot {
    for (;;) {
      for (const slot of this.#slots) {
        if (slot.isFree) return slot;
      }
      this.#disk.poll();
    }
  }

  #end(slot: Slot, outcome: string): void {
    slot.isFree = true;
    if (outcome !== "done") this.failures++;
    if (slot.isWrite) return;
    // Requests end in any order: a sum does not mind.
    this.digest = plus(this.digest, digestOf(slot.bytes, slot.count * SECTOR, slot.number));
  }
}

function fillPattern(bytes: Uint8Array, number: number): void {
  let word = times(BigInt(number), STEP);
  let at = dataAddress(bytes);
  for (const end = plus(at, BigInt(bytes.length)); at < end; at = plus(at, 8n)) {
    word = plus(times(word, 3n), STEP);
    store64(at, word);
  }
}

function digestOf(bytes: Uint8Array, length: number, number: number): bigint {
  let sum = BigInt(number);
  let at = dataAddress(bytes);
  for (const end = plus(at, BigInt(length)); at < end; at = plus(at, 8n)) {
    sum = plus(times(sum, STEP), load64(at));
  }
  return sum;
}

/** Whether there is such an order on the disk: then it has been carried out. */
export function soaked(disk: BlockDevice): boolean {
  const order = new Uint8Array(SECTOR);
  const outcome = disk.readNow(0, order);
  const at = dataAddress(order);
  if (outcome !== "done" || load64(at) !== ORDER) return false;
  console.log(`${disk.sectors} sectors, order: ${outcome}`);
  const soak = new Soak(disk, load32(plus(at, 8n)));
  const requests = load32(plus(at, 12n));
  for (let number = 1; number <= requests; number++) soak.request(number);
  soak.finish();
  console.log(`${requests} requests: ${soak.read} bytes read, ${soak.written} written`);
  console.log(`${soak.failures} failures; at most ${soak.most > 1 ? "several" : "one"} at a time`);
  console.log(`digest ${soak.digest.toString(16)}`);
  const line = new VirtioLine(disk.device);
  const submission = disk.read(0, order, (outcome) => {
    console.log(`by interrupt: ${outcome}`);
    line.close();
  });
  if (submission !== "submitted") throw new Error(submission);
  return true;
}
