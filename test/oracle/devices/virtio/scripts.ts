// What is done to each device: for each seed the same. Registers at random; then sessions from reset to a few requests, some
// of them impossible.

import type { Piece } from "../../../machine/devices/virtio/driver";
import { Random } from "../../words";
import { type Damage, DAMAGES, Driven } from "./driven";
import type { Step } from "./step";
import { SECTORS, type Subject } from "./subjects";

export interface Script {
  readonly steps: readonly Step[];
  /** Ours. */
  readonly answers: readonly string[];
  readonly accesses: number;
  readonly requests: number;
}

/** In a session, if nothing happens to it. */
const REQUESTS = 8;

export function drawScript(subject: Subject, seed: number, sessions: number): Script {
  const driven = new Driven(subject, new Random(seed));
  let requests = 0;
  for (let session = 0; session < sessions; session++) {
    driven.write(0x70, 0);
    lookAround(driven);
    driven.begin();
    for (let i = 0; i < REQUESTS && driven.isUp; i++) {
      driven.recycle();
      requests += WORK[subject.name](driven);
    }
  }
  const { steps, answers } = driven;
  return { steps, answers, requests, accesses: steps.filter((step) => step.do === "read" || step.do === "write").length };
}

/** What is recorded. */
export const recordedScript = (subject: Subject): Script => drawScript(subject, 1, 48);

/** What can be read and written without a queue. */
function lookAround(driven: Driven): void {
  const { random, subject } = driven;
  for (let i = 0; i < 30; i++) {
    const bytes = [4, 4, 4, 1, 2, 8][random.below(6)]!;
    const at = (random.below(0x200) & ~(bytes - 1)) >>> 0;
    switch (random.below(5)) {
      case 0:
        driven.write(0x14, random.below(3));
        driven.read(0x10, 4, ~subject.unlike >>> 0);
        break;
      case 1:
        driven.write(0x30, [0, 1, 9][random.below(3)]!);
        driven.read(0x34);
        driven.read(0x44);
        break;
      case 2:
        // What a register of the wrong width, or one that is only read, makes of it.
        if (bytes === 4 && !ONLY_READ.has(at)) break;
        driven.write(bytes === 8 ? 0 : at, random.next(), bytes === 8 ? 4 : bytes);
        break;
      case 3:
        driven.write(0x70, [0, 1, 3, 0x80, 0x83][random.below(5)]!);
        driven.read(0x70);
        break;
      default:
        if (!UNLIKE.some((offset) => covers(at, bytes, offset))) driven.read(at, bytes);
    }
  }
}

const ONLY_READ = new Set([0x00, 0x04, 0x08, 0x0c, 0x10, 0x34, 0x60, 0xfc, 0x18, 0x28, 0x54, 0xd0]);

/** DeviceFeatures has its own case above; a disk's geometry, which QEMU makes up. */
const UNLIKE = [0x10, 0x110, 0x112, 0x113];

const covers = (at: number, bytes: number, offset: number): boolean => at <= offset && offset < at + bytes;

type Work = (driven: Driven) => number;

/** A request or several: how many. */
const WORK: Readonly<Record<Subject["name"], Work>> = {
  block: (driven) => {
    const pieces = driven.cut(blockRequest(driven), 12);
    const rooms = driven.offer(0, pieces, damage(driven));
    driven.notify(0);
    for (const { address, length } of rooms) driven.load(address, length);
    return 1;
  },

  entropy: (driven) => {
    const count = 1 + driven.random.below(Math.min(4, driven.size(0)));
    const rooms = [];
    for (let i = 0; i < count; i++) {
      const pieces = driven.cut([new Uint8Array(driven.random.below(8) + 1), 1 + driven.random.below(100)].slice(driven.random.below(2)), 5);
      // One chain must not use another's descriptors; a second one waits for the first.
      rooms.push(...driven.offer(0, pieces, damage(driven, true)));
      driven.notify(0);
    }
    for (const { address, length } of rooms) driven.load(address, length);
    return count;
  },

  console: (driven) => {
    if (driven.chance(50)) {
      driven.offer(1, driven.cut([letters(driven, 1 + driven.random.below(60))], 4), damage(driven));
      driven.notify(1);
      driven.do({ do: "out" });
      return 1;
    }
    const room = 1 + driven.random.below(40);
    const rooms = driven.offer(0, driven.cut([room], 3));
    driven.write(0x50, 0);
    driven.do({ do: "in", bytes: letters(driven, 1 + driven.random.below(room)) });
    driven.settle(0);
    for (const { address, length } of rooms) driven.load(address, length);
    return 1;
  },

  net: (driven) => {
    const length = 60 + driven.random.below(200);
    if (driven.chance(50)) {
      driven.offer(1, driven.cut([new Uint8Array(12), letters(driven, length)], 6), damage(driven));
      driven.notify(1);
      driven.do({ do: "out" });
      return 1;
    }
    const isMerging = driven.features.includes(15);
    const count = isMerging ? 1 + driven.random.below(Math.min(4, driven.size(0))) : 1;
    const each = Math.ceil((12 + length) / count);
    const rooms = Array.from({ length: count }, (_, i) => driven.offerRoom(0, i < count - 1 ? each : each + driven.random.below(20)));
    driven.write(0x50, 0);
    driven.do({ do: "in", bytes: letters(driven, length) });
    driven.settle(0, true);
    // Without MRG_RXBUF, QEMU does not fill in num_buffers (5.1.6.4.1 would have it be 1).
    if (!isMerging) {
      const { address, length: size } = rooms[0]!;
      driven.load(address, 10);
      driven.load(address + 12, size - 12);
    } else {
      for (const { address, length: size } of rooms) driven.load(address, size);
    }
    return 1;
  },
};

/** Where a device looks for room before it takes a chain, QEMU does not see that a buffer is empty. */
function damage(driven: Driven, looksForRoom = false): Damage | undefined {
  const damage = driven.chance(6) ? DAMAGES[driven.random.below(DAMAGES.length)] : undefined;
  return looksForRoom && damage === "empty" ? undefined : damage;
}

function letters(driven: Driven, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => 0x61 + driven.random.below(26));
}

function blockRequest(driven: Driven): Piece[] {
  const { random } = driven;
  const sector = driven.chance(85) ? random.below(SECTORS) : SECTORS - 2 + random.below(4);
  const sectors = 1 + random.below(3);
  const header = (type: number): Uint8Array => words(type, 0, sector, driven.chance(2) ? 1 : 0);
  const segment = (): Uint8Array =>
    words(sector, 0, driven.chance(95) ? random.below(20) : 0x40_0000 + random.below(100), driven.chance(85) ? 0 : random.below(4));
  const data = (): Uint8Array => new Uint8Array(512 * sectors).fill(random.below(256));
  switch (random.below(12)) {
    case 0: return [header(4), 1];
    case 1: return [header(8), 1 + random.below(30)];
    case 2: return [header(11), segment(), 1];
    case 3: return [header(13), segment(), 1];
    case 4: return [header([6, 7, 10, 12, 14, 99][random.below(6)]!), 512, 1];
    case 5: return [header(11 + 2 * random.below(2)), segment(), segment(), 1];
    case 6: case 7: case 8: return [header(1), driven.chance(90) ? data() : data().subarray(0, 100), 1];
    default: return [header(0), driven.chance(90) ? 512 * sectors : 100 + random.below(500), 1];
  }
}

const words = (...values: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(values).buffer);
