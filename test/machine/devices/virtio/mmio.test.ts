// The registers, against the specification: Virtual I/O Device (VIRTIO) Version 1.2, sections 2.1 to
// 2.5, 3.1 and 4.2. What it leaves open is as QEMU 7.2's virt board answers.

import { expect } from "chai";
import { EmptySlot } from "../../../../src/machine/devices/virtio/empty-slot";
import { VirtioEntropy } from "../../../../src/machine/devices/virtio/entropy";
import { VirtioBlock } from "../../../../src/machine/devices/virtio/block";
import { VirtioConsole } from "../../../../src/machine/devices/virtio/console";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import { Driver, TestRam } from "./driver";

const entropy = (): VirtioEntropy => new VirtioEntropy({ fill: (bytes) => { bytes.fill(7); } });
const disk = (isReadOnly = false): VirtioBlock =>
  new VirtioBlock({ disk: new MemoryDisk(new Uint8Array(64 * 512), isReadOnly) });

describe("virtio-mmio", () => {
  describe("the registers behind power-on (table 4.1)", () => {
    const driver = new Driver(disk());
    const rows = [
      // register          offset  bytes  reads
      ["MagicValue",        0x000, 4, 0x74726976],
      ["Version",           0x004, 4, 2],
      ["DeviceID",          0x008, 4, 2],
      ["VendorID",          0x00c, 4, 0x554d4551],
      ["QueueNumMax",       0x034, 4, 1024],
      ["QueueReady",        0x044, 4, 0],
      ["InterruptStatus",   0x060, 4, 0],
      ["Status",            0x070, 4, 0],
      ["SHMLenLow",         0x0b0, 4, 0xffffffff],
      ["SHMLenHigh",        0x0b4, 4, 0xffffffff],
      ["ConfigGeneration",  0x0fc, 4, 0],
      ["a write-only one",  0x050, 4, 0],
      ["a reserved one",    0x018, 4, 0],
      ["half a register",   0x000, 2, 0],
      ["a byte of one",     0x000, 1, 0],
      ["capacity",          0x100, 4, 64],
      ["a byte of it",      0x100, 1, 64],
      ["seg_max",           0x10c, 2, 254],
      ["blk_size",          0x114, 4, 512],
      ["across its end",    0x138, 4, 0xffffffff],
      ["behind its end",    0x140, 2, 0xffff],
      ["far behind it",     0x1fc, 1, 0xff],
    ] as const;
    for (const [name, offset, bytes, value] of rows) {
      it(`${name}: ${bytes} at 0x${offset.toString(16)}`, () => {
        expect(driver.get(offset, bytes)).to.equal(value);
      });
    }

    it("8 bytes are two registers", () => {
      expect(driver.device.read(0, 8)).to.equal(0x0000_0002_7472_6976n);
    });
  });

  it("takes writes of any size anywhere, and does nothing about the wrong ones", () => {
    const driver = new Driver(disk());
    for (const [offset, bytes] of [[0x70, 1], [0x70, 2], [0x00, 4], [0x18, 4], [0x100, 8], [0x1fc, 4]] as const) {
      expect(driver.device.write(offset, bytes, 0xffn)).to.equal(true);
    }
    expect(driver.status).to.equal(0);
    expect(driver.get(0x100)).to.equal(64);
  });

  describe("features offered (section 6, and each device's)", () => {
    const rows = [
      // device                              low word    high word
      ["entropy", entropy(),                  0x30000000, 1],
      ["a disk", disk(),                      0x30006644, 1],
      ["a disk that cannot be written", disk(true), 0x30000664, 1],
      ["a console", new VirtioConsole({ transmit: () => undefined }), 0x30000001, 1],
    ] as const;
    for (const [name, card, low, high] of rows) {
      it(name, () => {
        const driver = new Driver(card);
        expect(driver.get(0x10)).to.equal(low);
        driver.set(0x14, 1);
        expect(driver.get(0x10)).to.equal(high);
      });
    }
  });

  describe("coming to terms (sections 2.1, 2.2, 3.1)", () => {
    const rows = [
      // what the driver accepts                 bits             Status then
      ["VERSION_1 alone",                        [],              0xb],
      ["all that is offered",                    [28, 29],        0xb],
      ["a feature that is not offered (2.2.2)",  [28, 33],        0x3],
      ["another device's",                       [5],             0x3],
    ] as const;
    for (const [name, features, status] of rows) {
      it(name, () => {
        expect(new Driver(entropy()).negotiate(...features)).to.equal(status);
      });
    }

    it("refuses a driver that does not know VERSION_1 (6.2)", () => {
      const driver = new Driver(entropy());
      driver.set(0x20, 0);
      driver.set(0x70, 0xb);
      expect(driver.status).to.equal(0x3);
    });

    it("looks at features once: what is written behind FEATURES_OK does not count", () => {
      const driver = new Driver(entropy()).begin();
      driver.set(0x24, 0);
      driver.set(0x20, 0x2000_0000); // EVENT_IDX
      driver.set(0x70, 0xf);
      driver.post(0, 16);
      expect(driver.availEvent(0)).to.equal(0);
    });

    it("is back at the beginning when 0 is written (2.4)", () => {
      const driver = new Driver(entropy()).begin();
      driver.post(0, 16);
      expect([driver.interrupts, driver.isHigh, driver.get(0x44)]).to.deep.equal([1, true, 1]);
      driver.set(0x70, 0);
      expect([driver.interrupts, driver.isHigh, driver.get(0x44), driver.status])
        .to.deep.equal([0, false, 0, 0]);
      driver.begin(29);
      driver.post(0, 32);
      expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 32 }]);
    });
  });

  describe("queues (section 4.2.3.2)", () => {
    it("selects the first one behind a reset", () => {
      const driver = new Driver(entropy());
      driver.set(0x30, 1);
      driver.set(0x70, 0);
      expect(driver.get(0x34)).to.equal(1024);
    });

    it("reads QueueNumMax 0 of a queue that is not there", () => {
      const driver = new Driver(entropy());
      for (const [queue, most] of [[0, 1024], [1, 0], [1024, 0], [0xffff_ffff, 0]] as const) {
        driver.set(0x30, queue);
        expect(driver.get(0x34), String(queue)).to.equal(most);
      }
      driver.set(0x44, 1);
      expect(driver.get(0x44)).to.equal(0);
    });

    for (const [size, isReady] of [[0, 0], [1, 1], [1024, 1], [1025, 0], [0xffff_ffff, 0]] as const) {
      it(`a queue of ${size} descriptors is ${isReady === 1 ? "" : "not "}made ready`, () => {
        const driver = new Driver(entropy());
        driver.set(0x30, 0);
        driver.set(0x38, size);
        driver.set(0x44, 1);
        expect(driver.get(0x44)).to.equal(isReady);
      });
    }

    it("finds rings above 4 GiB, and fails when there is no RAM", () => {
      const driver = new Driver(entropy()).begin();
      driver.set(0x70, 0);
      driver.negotiate();
      driver.layOut(0);
      driver.set(0x84, 1);
      driver.set(0x44, 1);
      driver.set(0x70, 0xf);
      driver.offer(0, 0);
      driver.notify(0);
      expect(driver.status).to.equal(0x4f);
      expect(driver.device.fault).to.equal("a table of descriptors outside of RAM");
    });

    it("does not look at them before DRIVER_OK (2.1.2), and does then", () => {
      const driver = new Driver(entropy());
      driver.negotiate();
      driver.layOut(0);
      driver.post(0, 16);
      expect(driver.takeUsed(0)).to.deep.equal([]);
      driver.set(0x70, 0xf);
      expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 16 }]);
    });

    it("does not look at them if features were never settled", () => {
      const driver = new Driver(entropy()).begin();
      driver.set(0x70, 7); // without FEATURES_OK
      driver.post(0, 16);
      expect(driver.takeUsed(0)).to.deep.equal([]);
    });

    it("does not look at them because Status is written once more", () => {
      const driver = new Driver(entropy()).begin();
      driver.offer(0, driver.chain(0, 16).head);
      driver.set(0x70, 0xf);
      expect(driver.takeUsed(0)).to.deep.equal([]);
    });

    it("does not look at one that is not ready", () => {
      const driver = new Driver(entropy()).begin();
      driver.set(0x44, 0);
      driver.post(0, 16);
      expect(driver.takeUsed(0)).to.deep.equal([]);
    });

    it("ignores a notification of a queue that is not there", () => {
      const driver = new Driver(entropy()).begin();
      for (const queue of [1, 1024, 0xffff_ffff]) driver.notify(queue);
      expect(driver.status).to.equal(0xf);
    });
  });

  describe("interrupts (section 4.2.3.4)", () => {
    it("the line is high as long as a bit of InterruptStatus is set", () => {
      const driver = new Driver(entropy()).begin();
      driver.post(0, 16);
      expect([driver.interrupts, driver.isHigh]).to.deep.equal([1, true]);
      driver.set(0x64, 2); // not one that is set
      expect([driver.interrupts, driver.isHigh]).to.deep.equal([1, true]);
      driver.set(0x64, 1);
      expect([driver.interrupts, driver.isHigh]).to.deep.equal([0, false]);
    });

    it("bit 1 is for a change of the configuration, which ConfigGeneration counts (2.5)", () => {
      const card = new VirtioConsole({ transmit: () => undefined });
      const driver = new Driver(card).begin(0);
      card.resize({ cols: 80, rows: 25 });
      expect([driver.interrupts, driver.isHigh, driver.get(0xfc)]).to.deep.equal([2, true, 1]);
      expect([driver.get(0x100, 2), driver.get(0x102, 2)]).to.deep.equal([80, 25]);
    });

    it("has none before DRIVER_OK", () => {
      const card = new VirtioConsole({ transmit: () => undefined });
      const driver = new Driver(card);
      card.resize({ cols: 80, rows: 25 });
      expect([driver.interrupts, driver.isHigh, driver.get(0xfc)]).to.deep.equal([0, false, 1]);
    });

    it("asks for a reset with one, and takes nothing until then (2.1.2)", () => {
      const driver = new Driver(entropy()).begin();
      driver.offer(0, 8); // of 0 to 7
      driver.notify(0);
      expect([driver.status, driver.interrupts, driver.isHigh]).to.deep.equal([0x4f, 2, true]);
      driver.set(0x70, 0xf); // Taking the bit away does not help.
      driver.post(0, 16);
      expect(driver.takeUsed(0)).to.deep.equal([]);
      driver.begin();
      driver.post(0, 16);
      expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 16 }]);
    });
  });

  it("goes on where it was saved", () => {
    const ram = new TestRam();
    const before = new Driver(entropy(), { ram }).begin(29);
    before.post(0, 16);
    const state = before.device.save();
    const after = new Driver(entropy(), { ram });
    after.device.restore(structuredClone(state));
    expect(after.device.save()).to.deep.equal(state);
    before.post(0, 16);
    const there = before.ram.content.slice();
    expect(after.interrupts).to.equal(1);
    after.notify(0);
    expect(after.ram.content).to.deep.equal(there);
  });

  it("counts changes of its configuration on, from where it was saved", () => {
    const make = (): { card: VirtioConsole; driver: Driver } => {
      const card = new VirtioConsole({ transmit: () => undefined });
      return { card, driver: new Driver(card) };
    };
    const before = make();
    before.card.resize({ cols: 80, rows: 25 });
    const after = make();
    after.driver.device.restore(before.driver.device.save());
    expect(after.driver.get(0xfc)).to.equal(1);
  });

  it("has a Status of eight bits, and selects features by whether there is a 1 at all", () => {
    const driver = new Driver(entropy());
    driver.set(0x70, 0x101);
    expect(driver.status).to.equal(1);
    driver.set(0x14, 2);
    expect(driver.get(0x10)).to.equal(1);
  });

  it("is as behind power-on when it is reset from outside", () => {
    const driver = new Driver(entropy());
    const state = driver.device.save();
    driver.begin(28, 29);
    driver.post(0, 16);
    driver.device.reset();
    expect(driver.device.save()).to.deep.equal(state);
    expect(driver.isHigh).to.equal(false);
  });
});

describe("a slot without a device", () => {
  const rows = [
    // offset  bytes  reads
    [0x000, 4, 0x74726976n],
    [0x004, 4, 2n],
    [0x008, 4, 0n],
    [0x00c, 4, 0x554d4551n],
    [0x000, 8, 0x0000_0002_7472_6976n],
    [0x000, 1, 0x76n],
    [0x001, 1, 0n],
    [0x034, 4, 0n],
    [0x100, 4, 0n],
  ] as const;
  for (const [offset, bytes, value] of rows) {
    it(`${bytes} at 0x${offset.toString(16)}`, () => {
      const slot = new EmptySlot();
      expect(slot.write()).to.equal(true);
      expect(slot.read(offset, bytes)).to.equal(value);
    });
  }
});
