// The kernel's own start on a board under Node: device tree, interrupt controller, timer, clock, virtio devices, and the
// event loop, with time that goes on while it sleeps. With both interrupt controllers.

import { expect } from "chai";
import { hostBoard, leaveBoard } from "../../../src/host/board-metal/with-board";
import { MemoryDisk } from "../../../src/machine/devices/virtio/disk";
import { startDrivers } from "../../../src/unikernel/boot/os-start";
import { deviceTree } from "../../../src/unikernel/device-tree/flattened-tree";
import { secondsNow } from "../../../src/unikernel/drivers/pl031";
import { claimBlockDevice } from "../../../src/unikernel/drivers/virtio/block";
import { VirtioLine } from "../../../src/unikernel/drivers/virtio/line";
import { forgetVirtioDevices, virtioDevices } from "../../../src/unikernel/drivers/virtio/probe";
import { runEventLoop } from "../../../src/unikernel/events/event-loop";
import { interruptCount } from "../../../src/unikernel/events/interrupts";
import { after, cancel, every } from "../../../src/unikernel/events/timers";

const NEW_YEAR = 1_704_067_200;
const VIRTUAL_TIMER = 27;

describe("the kernel's OS::start on a board", () => {
  afterEach(() => {
    forgetVirtioDevices();
    leaveBoard();
  });

  for (const gic of [2, 3] as const) {
    it(`GICv${gic}: finds its devices, and then timers and a disk interrupt it`, () => {
      // region twin
      const disk = new Uint8Array(64 * 512).fill(7);
      const twin = hostBoard({ gic, ramBytes: 4 << 20, disks: [new MemoryDisk(disk)] });
      expect(deviceTree.open(twin.tree, twin.tree + 0x10_0000n)).to.equal(true);
      forgetVirtioDevices(); // Those of other tests.
      startDrivers();
      expect(virtioDevices().map(({ name, interrupt }) => `${name}, ${interrupt}`)).to.deep.equal([
        "virtio entropy at 0xa003c00, 78", "virtio block at 0xa003e00, 79",
      ]);
      expect(twin.printed).to.equal("");

      const log: string[] = [];
      const block = claimBlockDevice()!;
      const line = new VirtioLine(block.device);
      const began = twin.milliseconds;
      const note = (what: string): void => { log.push(`${Math.floor(twin.milliseconds - began)} ${what}`); };
      let ticks = 0;
      every(1000, (timer) => {
        note(`tick, ${secondsNow() - NEW_YEAR} s`);
        if (++ticks === 3) cancel(timer);
      });
      after(1500, () => {
        const sector = new Uint8Array(512);
        block.read(9, sector, (outcome) => {
          note(`${outcome} ${sector[0]!}`);
          line.close();
        });
      });
      runEventLoop();
      expect(log).to.deep.equal(["1000 tick, 1 s", "1500 done 7", "2000 tick, 2 s", "3000 tick, 3 s"]);
      expect([interruptCount(VIRTUAL_TIMER), interruptCount(79)]).to.deep.equal([4, 1]);
      // endregion
    });
  }
});
