// Devices that lie: whatever they say, the driver acts on none of it, says one line, and lets go.

import { expect } from "chai";
import { hostBoard, leaveBoard, type Twin } from "../../../../src/host/board-metal/with-board";
import { VirtioBlock } from "../../../../src/machine/devices/virtio/block";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import { type BlockDevice, claimBlockDevice } from "../../../../src/unikernel/drivers/virtio/block";
import { Liar } from "./liar";
import { probeSlots } from "./probe-slots";

const SIZE = 64;
/** Where the three areas are, in a queue of 64: 2.7.5 to 2.7.8, from the first descriptor. */
const AVAILABLE = 16 * SIZE;
const USED = AVAILABLE + 144;

interface Rig {
  readonly twin: Twin;
  readonly liar: Liar;
}

/** An instruction takes 10 ms: who waits in vain has soon waited long enough. */
const SLOWLY = 10_000_000;

function rigOf(): Rig {
  let liar: Liar | undefined;
  const twin = hostBoard({
    disks: [new MemoryDisk(new Uint8Array(64 * 512).fill(7))], extraCycles: SLOWLY,
    inFrontOf: (device) => device.card instanceof VirtioBlock ? liar = new Liar(device) : null,
  });
  return { twin, liar: liar! };
}

function claim(twin: Twin): BlockDevice {
  probeSlots(twin);
  const block = claimBlockDevice();
  if (block === null) throw new Error("the driver has given it up");
  return block;
}

const half = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >> 8);
const word = (value: number): Uint8Array => Uint8Array.of(...half(value & 0xffff), ...half(value >>> 16));

describe("a virtio device that lies", () => {
  afterEach(leaveBoard);

  describe("before it starts", () => {
    const rows: readonly (readonly [what: string, offset: number, answer: number, line: string])[] = [
      ["a feature word without VERSION_1", 0x10, 0, "it does not offer VERSION_1"],
      ["a Status that is never 0", 0x70, 1, "it cannot be reset"],
      ["a Status without FEATURES_OK", 0x70, 0, "it refuses the features that it has offered"],
      ["no queue", 0x34, 0, "it has no queue 0"],
      ["a queue of 2", 0x34, 2, "its queue has 2 descriptors, and a request takes 3"],
      ["a disk of 2^63 sectors", 0x104, 0x8000_0000, "it claims to have 9223372036854775872 sectors"],
    ];
    for (const [what, offset, answer, line] of rows) {
      it(`${what}: ${line}`, () => {
        const { twin, liar } = rigOf();
        liar.answers.set(offset, answer);
        probeSlots(twin);
        expect(claimBlockDevice()).to.equal(null);
        expect(twin.printed).to.equal(`virtio block at 0xa003e00 is given up: ${line}\n`);
        expect(liar.status & 0x80, "FAILED").to.equal(0x80);
        expect(claimBlockDevice(), "nobody gets it again").to.equal(null);
      });
    }

    it("a configuration that changes all the time", () => {
      const { twin, liar } = rigOf();
      let generation = 0;
      const honest = liar.read.bind(liar);
      liar.read = (offset, bytes) => offset === 0xfc ? BigInt(generation++) : honest(offset, bytes);
      probeSlots(twin);
      expect(claimBlockDevice()).to.equal(null);
      expect(twin.printed).to.equal("virtio block at 0xa003e00 is given up: its configuration changes all the time\n");
    });
  });

  describe("in the used ring", () => {
    // region used-ring
    // The driver has offered two reads of a sector: chains 0 and 3, with room for 513 bytes each.
    const rows: readonly (readonly [what: string, idx: number, id: number, len: number, line: string])[] = [
      ["an index that jumps", 3, 0, 513, "3 chains come back of 2 that it has"],
      ["an index that goes back", 0xffff, 0, 513, "65535 chains come back of 2 that it has"],
      ["a descriptor that is not a chain's first", 1, 1, 513, "chain 1 comes back, which it does not have"],
      ["a chain that is not out", 1, 6, 513, "chain 6 comes back, which it does not have"],
      ["a number behind the queue's end", 1, 64, 513, "chain 64 comes back, which it does not have"],
      ["the greatest number", 1, 0xffff_ffff, 513, "chain 4294967295 comes back, which it does not have"],
      ["a length with a byte too many", 1, 0, 514, "514 bytes are said to be in 513"],
      ["the greatest length", 1, 3, 0xffff_ffff, "4294967295 bytes are said to be in 513"],
    ];
    // endregion
    for (const [what, idx, id, len, line] of rows) {
      it(`${what}: ${line}`, () => {
        const { twin, liar } = rigOf();
        const block = claim(twin);
        liar.isDeaf = true;
        const ended: string[] = [];
        const rooms = [new Uint8Array(512), new Uint8Array(512)];
        for (const room of rooms) block.read(0, room, (outcome) => { ended.push(outcome); });
        twin.memory.write(liar.descriptors + BigInt(USED + 4), Uint8Array.of(...word(id), ...word(len)));
        twin.memory.write(liar.descriptors + BigInt(USED + 2), half(idx));
        block.poll();
        expect(twin.printed).to.equal(`virtio block at 0xa003e00 is given up: ${line}\n`);
        expect(ended).to.deep.equal(["given up", "given up"]);
        expect(liar.status).to.equal(0x80);
        block.poll();
        expect(block.readNow(0, new Uint8Array(512)), "from now on").to.equal("given up");
        expect(ended.length, "nothing ends twice").to.equal(2);
      });
    }

    it("the same chain twice", () => {
      const { twin, liar } = rigOf();
      const block = claim(twin);
      liar.isDeaf = true;
      const ended: string[] = [];
      for (let i = 0; i < 2; i++) block.read(0, new Uint8Array(512), (outcome) => { ended.push(outcome); });
      const element = [...word(0), ...word(513)];
      twin.memory.write(liar.descriptors + BigInt(USED + 4), Uint8Array.of(...element, ...element));
      twin.memory.write(liar.descriptors + BigInt(USED + 2), half(2));
      block.poll();
      // It has never written a status either: the first of the two is found out by that.
      expect(twin.printed).to.equal("virtio block at 0xa003e00 is given up: a request ends with status 255\n");
      expect(ended.sort()).to.deep.equal(["given up", "given up"]);
    });

    it("a success with nothing read", () => {
      const { twin, liar } = rigOf();
      const block = claim(twin);
      liar.isDeaf = true;
      const ended: string[] = [];
      block.read(0, new Uint8Array(512), (outcome) => { ended.push(outcome); });
      twin.memory.write(liar.descriptors + BigInt(USED + 4), Uint8Array.of(...word(0), ...word(0)));
      twin.memory.write(liar.descriptors + BigInt(USED + 2), half(1));
      block.poll();
      expect(ended).to.deep.equal(["I/O error"]);
    });
  });

  it("that changes descriptors does not lead the driver astray: it does not read them", () => {
    const { twin, liar } = rigOf();
    const block = claim(twin);
    for (let i = 0; i < 200; i++) {
      const room = new Uint8Array(512);
      expect(block.readNow(0, room)).to.equal("done");
      expect(room[0]).to.equal(7);
      twin.memory.write(liar.descriptors, new Uint8Array(AVAILABLE).fill(0xff));
    }
    expect(twin.printed).to.equal("");
  });

  it("that never answers is given up after 30 seconds", () => {
    const { twin, liar } = rigOf();
    const block = claim(twin);
    liar.isDeaf = true;
    expect(block.readNow(0, new Uint8Array(512))).to.equal("given up");
    expect(twin.printed).to.equal("virtio block at 0xa003e00 is given up: no answer for 30 seconds\n");
  });

  it("that asks to be reset is given up", () => {
    const { twin, liar } = rigOf();
    const block = claim(twin);
    liar.answers.set(0x70, 0x4f);
    block.poll();
    expect(twin.printed).to.equal("virtio block at 0xa003e00 is given up: it asks to be reset\n");
  });

  it("of version 1, or with another magic, is not driven", () => {
    const { twin, liar } = rigOf();
    liar.answers.set(0x04, 1);
    expect(probeSlots(twin), "the source of entropy alone").to.equal(1);
    liar.answers.set(0x00, 0xdead_beef);
    expect(probeSlots(twin)).to.equal(1);
    expect(twin.printed).to.equal([
      "virtio at 0xa003e00 is version 1, and only version 2 is driven",
      "virtio: start QEMU with -global virtio-mmio.force-legacy=false",
      "no virtio device at 0xa003e00: its magic is 0xdeadbeef", "",
    ].join("\n"));
  });
});
