// Requests that end by interrupt: the device's line, the GIC, the CPU that takes it, and the events.

import { expect } from "chai";
import { hostBoard, leaveBoard, type Twin, type TwinOptions } from "../../../../src/host/board-metal/with-board";
import { VirtioBlock } from "../../../../src/machine/devices/virtio/block";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import { type BlockDevice, claimBlockDevice } from "../../../../src/unikernel/drivers/virtio/block";
import { VirtioLine } from "../../../../src/unikernel/drivers/virtio/line";
import { GicV2 } from "../../../../src/unikernel/drivers/gic-v2";
import { areEventsOpen, runEvents } from "../../../../src/unikernel/events/events";
import { runEventLoop } from "../../../../src/unikernel/events/event-loop";
import { interruptCount, startInterrupts } from "../../../../src/unikernel/events/interrupts";
import { after, startTimers, timerCount } from "../../../../src/unikernel/events/timers";
import { waitForInterrupt } from "../../../../src/unikernel/metal/machine";
import { Liar } from "./liar";
import { probeSlots } from "./probe-slots";

const GIC = 0xffff_ff80_0800_0000n;
/** As QEMU's device tree has it: the last slot's SPI is 47, and SPIs begin at 32. */
const LINE = 79;
const TIMER = 27;

function rigOf(options: Pick<TwinOptions, "inFrontOf"> = {}): { twin: Twin; block: BlockDevice; turn: () => void } {
  const twin = hostBoard({ ramBytes: 4 << 20, disks: [new MemoryDisk(new Uint8Array(64 * 512))], ...options });
  probeSlots(twin);
  const block = claimBlockDevice();
  if (block === null) throw new Error(twin.printed);
  startInterrupts(new GicV2(GIC, GIC + 0x1_0000n));
  startTimers(TIMER, "level");
  return { twin, block, turn: runEvents };
}

describe("a virtio device that interrupts", () => {
  afterEach(leaveBoard);

  it("ends one request after the other, though each is made in the callback of the one before", () => {
    const { block, turn } = rigOf();
    const line = new VirtioLine(block.device);
    turn();
    let done = 0;
    const next = (): void => {
      expect(block.read(0, new Uint8Array(512), (outcome) => {
        expect(outcome).to.equal("done");
        if (++done < 50) next();
      })).to.equal("submitted");
    };
    next();
    for (let turns = 0; turns < 50; turns++) turn();
    expect([done, interruptCount(LINE)]).to.deep.equal([50, 50]);
    line.close();
    expect(areEventsOpen()).to.equal(false);
  });

  it("has what was under way before it listened", () => {
    const { block, turn } = rigOf();
    let outcome = "";
    block.read(0, new Uint8Array(512), (how) => { outcome = how; });
    const line = new VirtioLine(block.device);
    turn();
    expect(outcome).to.equal("done");
    line.close();
  });

  it("is quiet once it is closed", () => {
    const { block } = rigOf();
    const line = new VirtioLine(block.device);
    runEvents();
    line.close();
    block.read(0, new Uint8Array(512), () => undefined);
    expect(timerCount()).to.equal(0);
    expect(waitForInterrupt).to.throw("nothing will wake it");
    expect(interruptCount(LINE)).to.equal(0);
  });

  it("keeps nobody waiting when it is given up", () => {
    const { block, turn } = rigOf();
    const line = new VirtioLine(block.device);
    turn();
    block.device.giveUp("the test says so");
    turn();
    expect(areEventsOpen()).to.equal(false);
    line.close();
  });

  it("does its work in the event loop, which ends when the line is closed", () => {
    const { twin, block } = rigOf();
    const line = new VirtioLine(block.device);
    const log: string[] = [];
    after(100, () => {
      block.read(0, new Uint8Array(512), (outcome) => {
        log.push(outcome);
        line.close();
      });
    });
    runEventLoop();
    expect([log, Math.floor(twin.milliseconds), timerCount()]).to.deep.equal([["done"], 100, 0]);
  });

  it("idle for minutes, is not given up, and nobody is woken to look", () => {
    const { twin, block } = rigOf();
    const line = new VirtioLine(block.device);
    const before = interruptCount(TIMER);
    after(300_000, () => { line.close(); });
    runEventLoop();
    expect([block.device.isGivenUp, twin.printed, interruptCount(TIMER) - before]).to.deep.equal([false, "", 1]);
  });

  it("busy for minutes, is not given up", () => {
    const { twin, block } = rigOf();
    const line = new VirtioLine(block.device);
    const read = (): void => { block.read(0, new Uint8Array(512), () => { after(7_000, twin.milliseconds < 120_000 ? read : close); }); };
    const close = (): void => { line.close(); };
    read();
    runEventLoop();
    expect([block.device.isGivenUp, twin.printed, timerCount()]).to.deep.equal([false, "", 0]);
  });

  it("that keeps a request for 30 seconds is given up, and the event loop ends", () => {
    const { twin, block } = rigOf({ inFrontOf: (device) => {
      if (!(device.card instanceof VirtioBlock)) return null;
      const liar = new Liar(device);
      liar.isDeaf = true;
      return liar;
    } });
    const line = new VirtioLine(block.device);
    const log: string[] = [];
    block.read(0, new Uint8Array(512), (outcome) => { log.push(outcome); });
    runEventLoop();
    expect([log, twin.printed]).to.deep.equal([["given up"], "virtio block at 0xa003e00 is given up: no answer for 30 seconds\n"]);
    expect(Math.floor(twin.milliseconds)).to.equal(30_000);
    expect(areEventsOpen()).to.equal(false);
    line.close();
  });
});
