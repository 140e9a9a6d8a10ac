// The console device: Virtual I/O Device (VIRTIO) Version 1.2, section 5.3.

import { expect } from "chai";
import { VirtioConsole } from "../../../../src/machine/devices/virtio/console";
import { Driver, text } from "./driver";

function rig(): { driver: Driver; card: VirtioConsole; sent: () => string } {
  let sent = "";
  const card = new VirtioConsole({ transmit: (bytes) => { sent += String.fromCharCode(...bytes); } });
  return { driver: new Driver(card).begin(0), card, sent: () => sent };
}

describe("virtio-console", () => {
  it("transmits what is in a chain, in order, and writes none of it", () => {
    const { driver, sent } = rig();
    driver.post(1, text("hello, "), text("world"), 8);
    driver.post(1, text("!\n"));
    expect(sent()).to.equal("hello, world!\n");
    expect(driver.takeUsed(1)).to.deep.equal([{ id: 0, len: 0 }, { id: 3, len: 0 }]);
  });

  it("hands a long chain on in pieces of 64 KiB", () => {
    const lengths: number[] = [];
    const driver = new Driver(new VirtioConsole({ transmit: (bytes) => { lengths.push(bytes.length); } })).begin();
    driver.post(1, new Uint8Array(100_000), new Uint8Array(50_000));
    expect(lengths).to.deep.equal([65_536, 65_536, 18_928]);
  });

  it("puts what is typed into the driver's buffers, each given back when there is something in it", () => {
    const { driver, card } = rig();
    const first = driver.post(0, 4);
    driver.post(0, 4);
    expect(card.receive(text("echo"))).to.equal(4);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 4 }]);
    expect(driver.bytesAt(first[0]!, 4)).to.deep.equal(text("echo"));
    expect(driver.interrupts).to.equal(1);
    expect(card.receive(text("ls"))).to.equal(2);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 1, len: 2 }]);
  });

  it("takes as much as there is room for, and says how much", () => {
    const { driver, card } = rig();
    expect(card.receive(text("too early"))).to.equal(0);
    driver.post(0, 3);
    driver.post(0, 2, 2);
    expect(card.receive(text("0123456789"))).to.equal(7);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 3 }, { id: 1, len: 4 }]);
    expect(card.receive(text("789"))).to.equal(0);
  });

  it("takes nothing of nothing", () => {
    const { driver, card } = rig();
    driver.post(0, 3);
    expect(card.receive(new Uint8Array(0))).to.equal(0);
    expect([driver.takeUsed(0), driver.interrupts]).to.deep.equal([[], 0]);
  });

  it("says how large the screen is, and keeps it over a reset (5.3.4)", () => {
    const { driver, card } = rig();
    card.resize({ cols: 132, rows: 43 });
    driver.set(0x70, 0);
    expect([driver.get(0x100, 2), driver.get(0x102, 2), driver.get(0x104), driver.get(0x108)]).to.deep.equal([132, 43, 1, 0xffff_ffff]);
    const other = rig();
    other.driver.device.restore(driver.device.save());
    expect(other.driver.get(0x100)).to.equal(43 * 65536 + 132);
  });
});

