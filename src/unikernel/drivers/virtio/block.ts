// A disk ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.2): sectors of 512 bytes are read
// and written, several requests at a time. Each ends in a callback, run by poll(), or by the event
// loop if a VirtioLine listens. What ends in "Now" waits instead, and needs no event loop.
//
// 1. done() is called exactly once for each request that was "submitted", and never before the
//    method that submitted it has returned, unless somebody polls in between.
// 2. Requests that touch the same sectors at the same time are done in any order.

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import {
  BLOCK_CONFIG, BLOCK_FEATURE, BLOCK_HEADER, BLOCK_HEADER_BYTES, BLOCK_ID_BYTES, BLOCK_REQUEST,
  BLOCK_STATUS, SECTOR,
} from "../../../formats/devices/virtio-block";
import { store32, store64 } from "../../metal/memory";
import { plus } from "../../metal/word";
import { dataAddress } from "../../runtime/data-address";
import { Deadline } from "./deadline";
import { featureBit, type VirtioDevice } from "./mmio";
import { claimVirtio } from "./probe";
import { Chain, NOT_BACK, type Virtqueue } from "./queue";

/** "busy": too many are under way, poll and try again. "no need": nothing is kept back. */
export type Submission =
  "submitted" | "busy" | "no need" | "out of range" | "not whole sectors" | "read-only"
  | "given up";

export type BlockOutcome = "done" | "I/O error" | "unsupported" | "given up";

export type BlockDone = (outcome: BlockOutcome) => void;

/** Descriptors: three for each request. */
const QUEUE_SIZE = 64;

/** 2^44 sectors are 8 PiB: who claims more would overflow what we count in. */
const MOST_SECTORS = 0x1000_0000_0000n;

/** A disk that has not answered by then does not answer. */
const LONGEST_WAIT_S = 30;

/** No status: what stands there until the device writes one. */
const UNWRITTEN = 0xff;

export class BlockDevice {
  readonly device: VirtioDevice;
  readonly sectors: number;
  readonly isReadOnly: boolean;
  readonly #queue: Virtqueue;
  readonly #mayFlush: boolean;

  constructor(device: VirtioDevice, queue: Virtqueue, sectors: number) {
    this.device = device;
    this.#queue = queue;
    this.sectors = sectors;
    this.isReadOnly = device.has(BLOCK_FEATURE.RO);
    this.#mayFlush = device.has(BLOCK_FEATURE.FLUSH);
  }

  /** Fills `into` from the sectors from `sector` on. It belongs to the device until done(). */
  read(sector: number, into: Uint8Array, done: BlockDone): Submission {
    const refusal = this.#refusalOf(sector, into);
    if (refusal !== "submitted") return refusal;
    const status = statusByte();
    const chain = new Chain([header(BLOCK_REQUEST.IN, sector), into, status], 1, (written) => {
      const isShort = written !== NOT_BACK && written < into.length;
      done(isShort ? "I/O error" : this.#outcomeOf(written, status));
    });
    return this.#submit(chain);
  }

  write(sector: number, from: Uint8Array, done: BlockDone): Submission {
    if (this.isReadOnly) return "read-only";
    const refusal = this.#refusalOf(sector, from);
    if (refusal !== "submitted") return refusal;
    const status = statusByte();
    const chain = new Chain([header(BLOCK_REQUEST.OUT, sector), from, status], 2, (written) => {
      done(this.#outcomeOf(written, status));
    });
    return this.#submit(chain);
  }

  /** What has been written, and is done, is safe behind this. */
  flush(done: BlockDone): Submission {
    if (!this.#mayFlush) return "no need";
    const status = statusByte();
    const chain = new Chain([header(BLOCK_REQUEST.FLUSH, 0), status], 1, (written) => {
      done(this.#outcomeOf(written, status));
    });
    return this.#submit(chain);
  }

  /** The disk's serial number: 20 bytes, with zeros behind it. */
  identify(into: Uint8Array, done: BlockDone): Submission {
    if (into.length !== BLOCK_ID_BYTES) return "out of range";
    into.fill(0); // A device writes as much as there is.
    const status = statusByte();
    const chain = new Chain([header(BLOCK_REQUEST.GET_ID, 0), into, status], 1, (written) => {
      done(this.#outcomeOf(written, status));
    });
    return this.#submit(chain);
  }

  /** Has the callbacks called of all requests that are over: how many. */
  poll(): number {
    return this.device.collect();
  }

  // The same, and done when they return.

  readNow(sector: number, into: Uint8Array): Submission | BlockOutcome {
    return this.#now((done) => this.read(sector, into, done));
  }

  writeNow(sector: number, from: Uint8Array): Submission | BlockOutcome {
    return this.#now((done) => this.write(sector, from, done));
  }

  flushNow(): Submission | BlockOutcome {
    return this.#now((done) => this.flush(done));
  }

  identifyNow(into: Uint8Array): Submission | BlockOutcome {
    return this.#now((done) => this.identify(into, done));
  }

  #refusalOf(sector: number, bytes: Uint8Array): Submission {
    if (bytes.length === 0 || bytes.length % SECTOR !== 0) return "not whole sectors";
    const count = Math.trunc(bytes.length / SECTOR);
    return sector >= 0 && sector <= this.sectors - count ? "submitted" : "out of range";
  }

  #submit(chain: Chain): Submission {
    if (this.device.isGivenUp) return "given up";
    if (!this.#queue.offer(chain)) return "busy";
    this.#queue.notify();
    return "submitted";
  }

  #outcomeOf(written: number, status: Uint8Array): BlockOutcome {
    if (written === NOT_BACK) return "given up";
    switch (status[0]!) {
      case BLOCK_STATUS.OK: return "done";
      case BLOCK_STATUS.IOERR: return "I/O error";
      case BLOCK_STATUS.UNSUPP: return "unsupported";
      default:
        this.device.giveUp(`a request ends with status ${status[0]!}`);
        return "given up";
    }
  }

  #now(submit: (done: BlockDone) => Submission): Submission | BlockOutcome {
    const end = new Ending();
    const done = (outcome: BlockOutcome): void => { end.outcome = outcome; };
    const deadline = new Deadline(LONGEST_WAIT_S);
    let submission = submit(done);
    while (submission === "busy") {
      this.#pollUntil(deadline);
      submission = submit(done);
    }
    if (submission !== "submitted") return submission;
    while (end.outcome === "busy") this.#pollUntil(deadline);
    return end.outcome;
  }

  #pollUntil(deadline: Deadline): void {
    this.poll();
    if (deadline.hasPassed) this.device.giveUp(`no answer for ${LONGEST_WAIT_S} seconds`);
  }
}

/** How a request went for which somebody waits. */
class Ending {
  outcome: BlockOutcome | "busy" = "busy";
}

/** The first disk that nobody has claimed, ready; null: there is none, or it was given up. */
export function claimBlockDevice(): BlockDevice | null {
  const device = claimVirtio(VIRTIO_DEVICE.BLOCK);
  return device === null ? null : startBlockDevice(device);
}

export function startBlockDevice(device: VirtioDevice): BlockDevice | null {
  const wanted = featureBit(BLOCK_FEATURE.RO) | featureBit(BLOCK_FEATURE.FLUSH);
  if (!device.begin(wanted)) return null;
  const queue = device.queue(0, QUEUE_SIZE);
  if (queue === null) return null;
  if (queue.size < 4) {
    device.giveUp(`its queue has ${queue.size} descriptors, and a request takes 3`);
    return null;
  }
  const capacity = device.config64(BLOCK_CONFIG.capacity.at);
  if (capacity > MOST_SECTORS) device.giveUp(`it claims to have ${capacity} sectors`);
  if (device.isGivenUp) return null;
  device.start();
  return new BlockDevice(device, queue, Number(capacity));
}

function header(type: number, sector: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK_HEADER_BYTES);
  const at = dataAddress(bytes);
  store32(plus(at, BigInt(BLOCK_HEADER.type.at)), type);
  store64(plus(at, BigInt(BLOCK_HEADER.sector.at)), BigInt(sector));
  return bytes;
}

function statusByte(): Uint8Array {
  return new Uint8Array(1).fill(UNWRITTEN);
}
