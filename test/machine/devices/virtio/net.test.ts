// The network device: Virtual I/O Device (VIRTIO) Version 1.2, section 5.1.6.

import { expect } from "chai";
import { VirtioNet } from "../../../../src/machine/devices/virtio/net";
import { Driver, WRITE } from "./driver";

const MAC = Uint8Array.of(0x52, 0x54, 0, 0x12, 0x34, 0x56);
const MRG_RXBUF = 15;

const frame = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i & 0xff);

function rig(...features: readonly number[]): { driver: Driver; card: VirtioNet; sent: Uint8Array[] } {
  const sent: Uint8Array[] = [];
  const card = new VirtioNet({ mac: MAC, send: (bytes) => { sent.push(bytes); } });
  return { driver: new Driver(card).begin(...features), card, sent };
}

describe("virtio-net", () => {
  it("has an address and a link (5.1.4)", () => {
    const { driver } = rig();
    expect(Array.from({ length: 9 }, (_, i) => driver.get(0x100 + i, 1)))
      .to.deep.equal([0x52, 0x54, 0x00, 0x12, 0x34, 0x56, 1, 0, 0xff]);
    expect(driver.get(0x106, 2)).to.equal(1);
  });

  it("offers MAC, STATUS and MRG_RXBUF, and to do no work (5.1.3)", () => {
    const { driver } = rig();
    expect(driver.get(0x10)).to.equal(2 ** 5 + 2 ** 15 + 2 ** 16 + 2 ** 28 + 2 ** 29);
  });

  describe("transmission (5.1.6.2)", () => {
    it("sends what comes behind twelve bytes of header, however it is cut", () => {
      const { driver, sent, card } = rig();
      driver.post(1, new Uint8Array(12), frame(60));
      driver.post(1, new Uint8Array(5), new Uint8Array([...new Uint8Array(7), ...frame(20)]), frame(40));
      expect(sent).to.deep.equal([frame(60), Uint8Array.from([...frame(20), ...frame(40)])]);
      expect(driver.takeUsed(1)).to.deep.equal([{ id: 0, len: 0 }, { id: 2, len: 0 }]);
      expect(card.counts).to.deep.equal({ sent: 2, received: 0, dropped: 0 });
    });

    it("gives a copy: what the driver does with its buffer afterwards does not matter", () => {
      const { driver, sent } = rig();
      driver.post(1, new Uint8Array(12), frame(60));
      driver.ram.content.fill(0xff);
      expect(sent[0]).to.deep.equal(frame(60));
    });

    it("drops what is no frame, and gives it back", () => {
      const { driver, sent, card } = rig();
      driver.post(1, new Uint8Array(12));
      driver.post(1, new Uint8Array(12), new Uint8Array(65_551));
      expect([sent.length, driver.takeUsed(1).length, card.counts.dropped]).to.deep.equal([0, 2, 2]);
    });

    it("fails on a chain that has no header (QEMU)", () => {
      for (const piece of [new Uint8Array(11), 100]) {
        const { driver } = rig();
        driver.post(1, piece);
        expect(driver.status).to.equal(0x4f);
      }
    });
  });

  describe("reception (5.1.6.4)", () => {
    it("puts header and frame into a chain, and says how long it is", () => {
      const { driver, card } = rig();
      const at = driver.post(0, 1526);
      expect(driver.takeUsed(0)).to.deep.equal([]);
      expect(card.receive(frame(60))).to.equal(true);
      expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 72 }]);
      // All fields zero, but num_buffers, which is 1 (5.1.6.4.1).
      expect([...driver.bytesAt(at[0]!, 12)]).to.deep.equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
      expect(driver.bytesAt(at[0]! + 12, 60)).to.deep.equal(frame(60));
      expect(driver.bytesAt(at[0]! + 72, 1)[0]).to.equal(0xee);
      expect([driver.interrupts, driver.isHigh]).to.deep.equal([1, true]);
    });

    it("takes buffers for header and frame apart", () => {
      const { driver, card } = rig();
      const at = driver.post(0, 12, 1514);
      expect(card.receive(frame(1514))).to.equal(true);
      expect(driver.bytesAt(at[1]!, 1514)).to.deep.equal(frame(1514));
    });

    it("drops a frame for which there is no buffer, and counts it", () => {
      const { driver, card } = rig();
      expect(card.receive(frame(60))).to.equal(false);
      driver.post(0, 71);
      driver.post(0, 71);
      expect(card.receive(frame(60))).to.equal(false);
      expect(card.receive(frame(59))).to.equal(true);
      expect(card.counts).to.deep.equal({ sent: 0, received: 1, dropped: 2 });
    });

    it("puts a long frame into several chains, with MRG_RXBUF", () => {
      const { driver, card } = rig(MRG_RXBUF);
      const chains = [driver.post(0, 100), driver.post(0, 40, 60), driver.post(0, 100)];
      expect(card.receive(frame(200))).to.equal(true);
      expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 100 }, { id: 1, len: 100 }, { id: 3, len: 12 }]);
      expect(driver.bytesAt(chains[0]![0]! + 10, 2)).to.deep.equal(Uint8Array.of(3, 0));
      const got = [driver.bytesAt(chains[0]![0]! + 12, 88), driver.bytesAt(chains[1]![0]!, 40), driver.bytesAt(chains[1]![1]!, 60), driver.bytesAt(chains[2]![0]!, 12)];
      expect(got.flatMap((bytes) => [...bytes])).to.deep.equal([...frame(200)]);
      expect(driver.rises).to.equal(1);
    });

    it("leaves the buffers where they are, if there are not enough of them", () => {
      const { driver, card } = rig(MRG_RXBUF, 29);
      driver.post(0, 100);
      driver.post(0, 100);
      expect(card.receive(frame(200))).to.equal(false);
      expect(driver.availEvent(0)).to.equal(0);
      expect(card.receive(frame(100))).to.equal(true);
      expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 100 }, { id: 1, len: 12 }]);
    });

    it("fails on a buffer that it may not write (QEMU)", () => {
      const { driver, card } = rig();
      driver.post(0, new Uint8Array(100));
      expect(card.receive(frame(60))).to.equal(false);
      expect(driver.status).to.equal(0x4f);
    });

    it("leaves them at 65535, too", () => {
      const { driver, card } = rig(MRG_RXBUF);
      driver.startAt(0, 0xffff);
      driver.post(0, 100);
      driver.post(0, 100);
      expect(card.receive(frame(200))).to.equal(false);
      expect(card.receive(frame(100))).to.equal(true);
      expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 100 }, { id: 1, len: 12 }]);
    });

    it("receives nothing before DRIVER_OK, nor after a reset", () => {
      const card = new VirtioNet({ mac: MAC, send: () => undefined });
      const driver = new Driver(card);
      expect(card.receive(frame(60))).to.equal(false);
      driver.negotiate();
      driver.layOut(0);
      driver.post(0, 100);
      expect(card.receive(frame(60))).to.equal(false);
      driver.begin();
      driver.describe(driver.place(0), 0, driver.allocate(100), 100, WRITE);
      driver.offer(0, 0);
      driver.set(0x70, 0);
      expect(card.receive(frame(60))).to.equal(false);
      expect(driver.takeUsed(0)).to.deep.equal([]);
    });
  });

  it("counts go into a snapshot", () => {
    const { driver, card } = rig();
    driver.post(1, new Uint8Array(12), frame(60));
    const other = rig();
    other.driver.device.restore(driver.device.save());
    expect(other.card.counts).to.deep.equal(card.counts);
  });
});
