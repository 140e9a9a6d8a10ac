// The queue by itself, with our own entropy device at its other end.

import { expect } from "chai";
import { hostBoard, leaveBoard } from "../../../../src/host/board-metal/with-board";
import { VirtioDevice } from "../../../../src/unikernel/drivers/virtio/mmio";
import { Chain, type Virtqueue } from "../../../../src/unikernel/drivers/virtio/queue";

const UPPER_HALF = 0xffff_ff80_0000_0000n;

function queueOf(size: number): { device: VirtioDevice; queue: Virtqueue } {
  let next = 0;
  const twin = hostBoard({ random: (bytes) => { bytes.fill(next = (next + 1) & 0xff); } });
  const { physical, interrupt } = twin.slots[0]!; // The source of entropy is all that there is.
  const device = new VirtioDevice(UPPER_HALF + BigInt(physical), interrupt);
  device.begin(0n);
  const queue = device.queue(0, size);
  if (queue === null) throw new Error(twin.printed);
  device.start();
  return { device, queue };
}

describe("a virtqueue of the driver's", () => {
  afterEach(leaveBoard);

  it("goes on behind index 65535, with chains of one to three buffers, and loses no descriptor", function () {
    this.timeout(300_000);
    const { device, queue } = queueOf(64);
    let back = 0;
    const chains = Array.from({ length: 30 }, (_, n) => {
      const count = 1 + n % 3;
      const buffers = Array.from({ length: count }, () => new Uint8Array(4));
      return new Chain(buffers, 0, (written) => {
        if (written !== 4 * count) expect.fail(`${written} bytes in ${count} buffers`);
        back++;
      });
    });
    for (let round = 0; round < 2200; round++) {
      for (const chain of chains) if (!queue.offer(chain)) expect.fail("there is no room");
      queue.notify();
      expect(device.collect()).to.equal(30);
      expect(queue.free).to.equal(64);
    }
    expect(back).to.equal(66_000);
    expect(device.isGivenUp).to.equal(false);
  });

  it("takes what fits, and of a chain that does not fit nothing", () => {
    const { device, queue } = queueOf(8);
    const chain = (count: number): Chain =>
      new Chain(Array.from({ length: count }, () => new Uint8Array(4)), 0, () => undefined);
    expect([queue.offer(chain(5)), queue.offer(chain(4)), queue.offer(chain(3)), queue.offer(chain(1))])
      .to.deep.equal([true, false, true, false]);
    expect([queue.free, queue.isBusy]).to.deep.equal([0, true]);
    queue.notify();
    expect(device.collect()).to.equal(2);
    expect([queue.free, queue.isBusy]).to.deep.equal([8, false]);
    expect(queue.offer(chain(0)), "a chain of nothing").to.equal(false);
  });

  it("is never larger than the device's, and a power of 2", () => {
    expect(queueOf(4096).queue.size).to.equal(1024);
    expect(queueOf(1).queue.size).to.equal(1);
  });
});
