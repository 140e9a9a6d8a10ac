// The block driver against our own device. Registers and statuses as "Virtual I/O Device (VIRTIO)
// Version 1.2" has them, section 4.2.2 and 5.2.

import { expect } from "chai";
import { hostBoard, leaveBoard, type Twin } from "../../../../src/host/board-metal/with-board";
import { type Disk, DiskError, MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import type { VirtioMmio } from "../../../../src/machine/devices/virtio/mmio";
import { type BlockDevice, claimBlockDevice } from "../../../../src/unikernel/drivers/virtio/block";
import { probeSlots, type RegisterWrite, writesTo } from "./probe-slots";

const SECTORS = 64;

/** Sector n is full of n. */
const content = (): Uint8Array => Uint8Array.from({ length: 512 * SECTORS }, (_, at) => Math.floor(at / 512));
const filled = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);

interface Rig {
  readonly twin: Twin;
  readonly device: VirtioMmio;
  readonly block: BlockDevice;
  readonly bytes: Uint8Array;
  /** What the driver has written to the device's registers. */
  readonly writes: readonly RegisterWrite[];
}

function rigOf({ isReadOnly = false, disk }: { isReadOnly?: boolean; disk?: Disk } = {}): Rig {
  const bytes = content();
  const twin = hostBoard({ disks: [disk ?? new MemoryDisk(bytes, isReadOnly)] });
  const [device] = twin.board.devices.virtio;
  const writes = writesTo(twin, device!);
  probeSlots(twin);
  const block = claimBlockDevice();
  if (block === null) throw new Error(twin.printed);
  return { twin, device: device!, block, bytes, writes };
}

/** A disk that does nothing but fail. */
class BrokenDisk extends MemoryDisk {
  override read(): void { throw new DiskError("worn out"); }
  override write(): void { throw new DiskError("worn out"); }
  override flush(): void { throw new DiskError("worn out"); }
}

describe("the block driver", () => {
  afterEach(leaveBoard);

  it("takes the steps of section 3.1.1 in their order, and agrees on VERSION_1, FLUSH and no rings but these", () => {
    const { writes, device, block } = rigOf();
    const status = writes.filter(([offset]) => offset === 0x70).map(([, value]) => value);
    expect(status).to.deep.equal([0, 1, 3, 0xb, 0xf]);
    const features = writes.filter(([offset]) => offset === 0x24 || offset === 0x20);
    expect(features).to.deep.equal([[0x24, 1], [0x20, 1], [0x24, 0], [0x20, 1 << 9]]);
    expect(device.fault).to.equal(undefined);
    expect(block.sectors).to.equal(SECTORS);
  });

  it("reads, writes, and has what it wrote on the disk", () => {
    const { block, bytes } = rigOf();
    const two = new Uint8Array(1024);
    expect(block.readNow(5, two)).to.equal("done");
    expect(two).to.deep.equal(Uint8Array.of(...filled(512, 5), ...filled(512, 6)));
    expect(block.writeNow(63, filled(512, 0xaa))).to.equal("done");
    expect(bytes.subarray(62 * 512)).to.deep.equal(Uint8Array.of(...filled(512, 62), ...filled(512, 0xaa)));
    expect(block.flushNow()).to.equal("done");
    const id = new Uint8Array(20);
    expect(block.identifyNow(id.fill(1))).to.equal("done");
    expect(id, "this board's disks have no serial numbers").to.deep.equal(new Uint8Array(20));
  });

  describe("refuses what is not on the disk, without asking it", () => {
    const rows = [
      // sector                  bytes   answer
      [0,                        32768,  "done"],
      [0,                        33280,  "out of range"],
      [63,                       512,    "done"],
      [63,                       1024,   "out of range"],
      [64,                       512,    "out of range"],
      [-1,                       512,    "out of range"],
      [Number.MAX_SAFE_INTEGER,  512,    "out of range"],
      [0,                        0,      "not whole sectors"],
      [0,                        511,    "not whole sectors"],
      [0,                        768,    "not whole sectors"],
    ] as const;
    for (const [sector, length, answer] of rows) {
      it(`${length} bytes from sector ${sector}: ${answer}`, () => {
        const { writes, block } = rigOf();
        expect(block.readNow(sector, new Uint8Array(length)), "read").to.equal(answer);
        expect(block.writeNow(sector, new Uint8Array(length)), "write").to.equal(answer);
        const notified = writes.filter(([offset]) => offset === 0x50).length;
        expect(notified).to.equal(answer === "done" ? 2 : 0);
      });
    }
  });

  it("knows a disk that cannot be written", () => {
    const { block, bytes } = rigOf({ isReadOnly: true });
    expect(block.writeNow(0, filled(512, 1))).to.equal("read-only");
    expect(bytes).to.deep.equal(content());
  });

  it("says I/O error where the disk has one", () => {
    const { twin, block } = rigOf({ disk: new BrokenDisk(content()) });
    expect(block.readNow(0, new Uint8Array(512))).to.equal("I/O error");
    expect(block.writeNow(0, new Uint8Array(512))).to.equal("I/O error");
    expect(block.flushNow()).to.equal("I/O error");
    expect(twin.printed).to.equal("");
  });

  it("has 21 requests under way in a queue of 64 descriptors, and then as many again", () => {
    const { block } = rigOf();
    for (let round = 0; round < 2100; round += 21) {
      const rooms: Uint8Array[] = [];
      const ended: number[] = [];
      for (let i = 0; i < 21; i++) {
        const room = new Uint8Array(512);
        rooms.push(room);
        expect(block.read(i, room, (outcome) => { if (outcome === "done") ended.push(i); })).to.equal("submitted");
      }
      expect(block.read(0, new Uint8Array(512), () => undefined)).to.equal("busy");
      expect(ended, "nothing ends before somebody polls").to.deep.equal([]);
      expect(block.poll()).to.equal(21);
      expect(ended).to.deep.equal(rooms.map((_, i) => i));
      expect(rooms.map((room) => room[511]!)).to.deep.equal(rooms.map((_, i) => i));
    }
  });

  it("is not interrupted, unless it asks; and then the line falls when it is acknowledged", () => {
    const { device, block } = rigOf();
    const isHigh = (): boolean => device.read(0x60, 4) !== 0n; // InterruptStatus
    block.readNow(0, new Uint8Array(512));
    expect(isHigh()).to.equal(false);
    block.device.useInterrupts(true);
    block.read(0, new Uint8Array(512), () => undefined);
    expect(isHigh()).to.equal(true);
    block.device.acknowledge();
    expect(isHigh()).to.equal(false);
    expect(block.poll()).to.equal(1);
  });
});
