// The block driver and a device that does anything, drawn at random: ends requests in any order, twice, with wrong numbers
// and lengths, with any status, moves its index, asks for a reset, or keeps silent. Whatever it does:
//
// 1. Each request ends once, and "done" only if the device has really done it, with the device's data.
// 2. The driver says one line at most, and none if the device was honest; behind it nothing is submitted any more.
// 3. Everything comes to an end.

import { expect } from "chai";
import fc from "fast-check";
import { hostBoard, leaveBoard, type Twin } from "../../../../src/host/board-metal/with-board";
import { VirtioBlock } from "../../../../src/machine/devices/virtio/block";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import { type BlockDevice, type BlockOutcome, claimBlockDevice } from "../../../../src/unikernel/drivers/virtio/block";
import { Liar, PlayedQueue } from "./liar";
import { probeSlots } from "./probe-slots";

const SECTORS = 64;
const NEEDS_RESET = 0x4f;
const SLOWLY = 10_000_000;
const GIVEN_UP = /^(virtio block at 0xa003e00 is given up: .+\n)?$/;

/** What the driver is asked to do, and what the device does. */
type Step =
  | { readonly kind: "read" | "write"; readonly sector: number; readonly count: number }
  | { readonly kind: "poll" | "ask for a reset" }
  | { readonly kind: "finish" | "fail"; readonly which: number }
  | { readonly kind: "use"; readonly id: number; readonly length: number }
  | { readonly kind: "strange status"; readonly which: number; readonly status: number }
  | { readonly kind: "finish, with a length"; readonly which: number; readonly length: number }
  | { readonly kind: "jump"; readonly by: number };

const which = fc.nat(30);
const HONEST: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom("read" as const, "write" as const), sector: fc.nat(SECTORS - 4), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.constant({ kind: "poll" as const }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("finish" as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("fail" as const), which }) },
];
const LIES: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("use" as const), id: fc.oneof(fc.nat(70), fc.nat(0xffff_ffff)), length: fc.oneof(fc.nat(3000), fc.nat(0xffff_ffff)) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("strange status" as const), which, status: fc.nat(255) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("finish, with a length" as const), which, length: fc.nat(3000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("jump" as const), by: fc.integer({ min: -3, max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: "ask for a reset" as const }) },
];

interface Request {
  readonly bytes: Uint8Array;
  readonly isRead: boolean;
  /** What the device has written as its status, if it has. */
  status: number | undefined;
  /** What the device has put there. */
  pattern: number;
  readonly ends: BlockOutcome[];
}

class Game {
  readonly #block: BlockDevice;
  readonly #liar: Liar;
  readonly #queue: PlayedQueue;
  readonly requests: Request[] = [];
  /** Of those that the device has. */
  readonly #pending: { readonly head: number; readonly request: Request }[] = [];
  #patterns = 0;

  constructor(block: BlockDevice, liar: Liar, twin: Twin) {
    this.#block = block;
    this.#liar = liar;
    this.#queue = new PlayedQueue(liar, twin.memory);
  }

  do(step: Step): void {
    switch (step.kind) {
      case "read": case "write": return this.#submit(step.kind === "read", step.sector, step.count);
      case "poll": this.#block.poll(); return;
      case "ask for a reset": this.#liar.answers.set(0x70, NEEDS_RESET); return;
      case "finish": return this.#finish(step.which, 0);
      case "fail": return this.#finish(step.which, 1);
      case "strange status": return this.#finish(step.which, step.status);
      case "finish, with a length": return this.#finish(step.which, 0, step.length);
      case "use": return this.#queue.use(step.id, step.length);
      case "jump": return this.#queue.jump(step.by);
    }
  }

  /** The device does what it still has; if the driver does not hear of it, it waits in vain for one more. */
  end(): void {
    while (this.#pending.length > 0) this.#finish(0, 0);
    this.#block.poll();
    const isOver = this.requests.every(({ ends }) => ends.length > 0);
    if (!isOver) expect(this.#block.readNow(0, new Uint8Array(512))).to.equal("given up");
  }

  #submit(isRead: boolean, sector: number, count: number): void {
    const request: Request = { bytes: new Uint8Array(512 * count), isRead, status: undefined, pattern: 0, ends: [] };
    const done = (outcome: BlockOutcome): void => { request.ends.push(outcome); };
    const submission = isRead ? this.#block.read(sector, request.bytes, done) : this.#block.write(sector, request.bytes, done);
    expect(submission).to.equal(this.#block.device.isGivenUp ? "given up" : submission === "busy" ? "busy" : "submitted");
    if (submission !== "submitted") return;
    this.requests.push(request);
    for (const head of this.#queue.take()) this.#pending.push({ head, request });
  }

  #finish(which: number, status: number, length?: number): void {
    const index = which % Math.max(1, this.#pending.length);
    const [found] = this.#pending.splice(index, 1);
    if (found === undefined) return;
    const { head, request } = found;
    const buffers = this.#queue.buffersOf(head);
    request.status = status;
    request.pattern = (this.#patterns = this.#patterns + 1) & 0xff;
    if (request.isRead) this.#queue.bytesOf(buffers[1]!).fill(request.pattern);
    this.#queue.bytesOf(buffers[2]!)[0] = status;
    this.#queue.use(head, length ?? (request.isRead ? buffers[1]!.length + 1 : 1));
  }
}

describe("a block driver and any device at all", function () {
  this.timeout(120_000);
  let twin: Twin;
  let liar: Liar | undefined;

  before(() => {
    twin = hostBoard({
      ramBytes: 4 << 20, disks: [new MemoryDisk(new Uint8Array(512 * SECTORS))], extraCycles: SLOWLY,
      inFrontOf: (device) => device.card instanceof VirtioBlock ? liar = new Liar(device) : null,
    });
  });
  after(leaveBoard);

  /** Plays the steps to the end, on a device that has been forgotten and found again: what the driver has said. */
  function play(steps: readonly Step[]): { game: Game; said: string; isGivenUp: boolean } {
    const begin = twin.printed.length;
    liar!.isDeaf = true;
    liar!.answers.clear();
    probeSlots(twin);
    const block = claimBlockDevice()!;
    const game = new Game(block, liar!, twin);
    for (const step of steps) game.do(step);
    game.end();
    return { game, said: twin.printed.slice(begin), isGivenUp: block.device.isGivenUp };
  }

  function judge({ game, said, isGivenUp }: ReturnType<typeof play>): void {
    expect(said).to.match(GIVEN_UP);
    expect(said !== "", "a line if, and only if, it was given up").to.equal(isGivenUp);
    for (const { ends, status, isRead, bytes, pattern } of game.requests) {
      expect(ends.length, "each ends once").to.equal(1);
      if (ends[0] !== "done") continue;
      expect(status, "done by the device").to.equal(0);
      if (isRead) expect(bytes.every((byte) => byte === pattern), "with its data").to.equal(true);
    }
  }

  it("one that is honest, though it takes its time and any order: every request ends as the device says", () => {
    fc.assert(fc.property(fc.array(fc.oneof(...HONEST), { maxLength: 60 }), (steps) => {
      const played = play(steps);
      judge(played);
      expect(played.said).to.equal("");
      for (const { ends, status } of played.game.requests) expect(ends[0]).to.equal(status === 0 ? "done" : "I/O error");
    }), { numRuns: 100, seed: 8 });
  });

  it("one that lies in any way: each request ends once, and nothing is believed", () => {
    let givenUp = 0;
    fc.assert(fc.property(fc.array(fc.oneof(...HONEST, ...LIES), { maxLength: 60 }), (steps) => {
      const played = play(steps);
      judge(played);
      if (played.isGivenUp) givenUp++;
    }), { numRuns: 400, seed: 8 });
    expect(givenUp, "most lies are found out").to.be.greaterThan(100);
  });
});
