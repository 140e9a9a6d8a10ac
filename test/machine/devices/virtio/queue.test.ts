// The rings: Virtual I/O Device (VIRTIO) Version 1.2, sections 2.7.6 to 2.7.14.

import { expect } from "chai";
import fc from "fast-check";
import { needsEvent } from "../../../../src/formats/devices/virtqueue";
import { VirtioEntropy } from "../../../../src/machine/devices/virtio/entropy";
import { Driver, INDIRECT, NEXT, RAM, WRITE } from "./driver";

const EVENT_IDX = 29;
const entropy = (): VirtioEntropy => new VirtioEntropy({ fill: (bytes) => { bytes.fill(7); } });

describe("a virtqueue", () => {
  it("gives each chain back with its head and the length that was written (2.7.8)", () => {
    const driver = new Driver(entropy()).begin();
    const at = driver.post(0, 16, 20);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 36 }]);
    expect([...driver.bytesAt(at[1]!, 21)]).to.deep.equal([...new Array<number>(20).fill(7), 0]);
    driver.post(0, 3);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 2, len: 3 }]);
  });

  it("takes all that waits when it is notified once, in the driver's order", () => {
    const driver = new Driver(entropy()).begin();
    for (const head of [3, 1, 2]) {
      driver.describe(driver.place(0), head, driver.allocate(head), head, WRITE);
      driver.offer(0, head);
    }
    driver.notify(0);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 3, len: 3 }, { id: 1, len: 1 }, { id: 2, len: 2 }]);
    expect(driver.rises).to.equal(1);
  });

  for (const size of [1, 2, 16, 1024]) {
    it(`goes on through 65535, with ${size} descriptors`, () => {
      const driver = new Driver(entropy(), { size }).begin(EVENT_IDX);
      driver.startAt(0, 0x1_0000 - 2 * size);
      const address = driver.allocate(4);
      for (let n = 0; n < size; n++) driver.describe(driver.place(0), n, address, 4, WRITE);
      for (let turn = 1; turn <= 4; turn++) {
        const heads = Array.from({ length: size }, (_, n) => (n + turn) % size);
        for (const head of heads) driver.offer(0, head);
        driver.notify(0);
        expect(driver.takeUsed(0).map(({ id }) => id)).to.deep.equal(heads);
        expect(driver.availEvent(0)).to.equal((size * (turn - 2)) & 0xffff);
      }
      expect(driver.status).to.equal(0xf);
    });
  }

  describe("interrupts without EVENT_IDX (2.7.7)", () => {
    for (const [flags, rises] of [[0, 1], [1, 0], [2, 1], [3, 0]] as const) {
      it(`available flags ${flags}: ${rises}`, () => {
        const driver = new Driver(entropy()).begin();
        driver.setAvailableFlags(0, flags);
        driver.setUsedEvent(0, 99);
        driver.post(0, 4);
        expect(driver.rises).to.equal(rises);
      });
    }
  });

  describe("interrupts with EVENT_IDX (2.7.7)", () => {
    const rows = [
      // used_event  posted at once  interrupts
      [0, 1, 1],
      [1, 1, 0],
      [1, 2, 1],
      [3, 3, 0],
      [3, 4, 1],
      [65535, 4, 0],
    ] as const;
    for (const [event, count, rises] of rows) {
      it(`used_event ${event}, ${count} given back: ${rises}`, () => {
        const driver = new Driver(entropy()).begin(EVENT_IDX);
        driver.setAvailableFlags(0, 1); // which says nothing any more
        driver.setUsedEvent(0, event);
        for (let n = 0; n < count; n++) driver.offer(0, driver.chain(0, 4).head);
        driver.notify(0);
        expect(driver.rises).to.equal(rises);
      });
    }

    it("one for an index, and none for those behind it", () => {
      const driver = new Driver(entropy()).begin(EVENT_IDX);
      driver.post(0, 4);
      driver.acknowledge();
      driver.post(0, 4);
      expect([driver.rises, driver.isHigh]).to.deep.equal([1, false]);
    });

    it("none when nothing was given back", () => {
      const driver = new Driver(entropy()).begin(EVENT_IDX);
      driver.notify(0);
      expect(driver.rises).to.equal(0);
    });

    it("tells the driver which chain it wants to hear of (2.7.10)", () => {
      const driver = new Driver(entropy()).begin(EVENT_IDX);
      for (let n = 1; n <= 3; n++) {
        driver.post(0, 4);
        expect(driver.availEvent(0)).to.equal(n);
      }
    });
  });

  it("writes no avail_event unless EVENT_IDX is agreed on", () => {
    const driver = new Driver(entropy()).begin();
    driver.post(0, 4);
    expect(driver.availEvent(0)).to.equal(0);
  });

  describe("what cannot be ends in DEVICE_NEEDS_RESET (2.1.2)", () => {
    const rows: readonly (readonly [string, (driver: Driver) => void, string])[] = [
      ["more chains than descriptors", (d) => { for (let n = 0; n < 9; n++) d.offer(0, 0); }, "more chains available than there are descriptors"],
      ["a head that is none", (d) => { d.offer(0, 0xffff); }, "a descriptor that the table does not have"],
      ["a buffer below RAM", (d) => { d.describe(d.place(0), 0, RAM - 16, 16, WRITE); d.offer(0, 0); }, "a buffer outside of RAM"],
      ["a buffer across its end", (d) => { d.describe(d.place(0), 0, RAM + d.ram.content.length - 8, 16, WRITE); d.offer(0, 0); }, "a buffer outside of RAM"],
      ["a buffer at the end of the address space", (d) => { d.describe(d.place(0), 0, 0xffff_ffff_ffff_fff0n, 64, WRITE); d.offer(0, 0); }, "a buffer outside of RAM"],
      ["a second buffer outside of RAM", (d) => { d.describe(d.place(0), 0, RAM, 16, WRITE | NEXT, 1); d.describe(d.place(0), 1, 0, 16, WRITE); d.offer(0, 0); }, "a buffer outside of RAM"],
      ["an indirect table outside of RAM", (d) => { d.describe(d.place(0), 0, 0, 16, INDIRECT); d.offer(0, 0); }, "a table of descriptors outside of RAM"],
      ["an available ring outside of RAM", (d) => { d.set(0x90, 0x1000); d.set(0x44, 1); }, "an available ring outside of RAM"],
      ["a used ring outside of RAM", (d) => { d.set(0xa0, 0x1000); d.set(0x44, 1); d.offer(0, d.chain(0, 4).head); }, "a used ring outside of RAM"],
    ];
    for (const [title, spoil, fault] of rows) {
      for (const features of [[], [EVENT_IDX]]) {
        it(`${title}${features.length > 0 ? ", with EVENT_IDX" : ""}`, () => {
          const driver = new Driver(entropy()).begin(...features);
          spoil(driver);
          driver.notify(0);
          expect([driver.status, driver.device.fault]).to.deep.equal([0x4f, fault]);
          expect(driver.takeUsed(0)).to.deep.equal([]);
        });
      }
    }
  });

  it("ends, even if what it writes makes more of itself available", () => {
    // The buffer is the available ring, and the device writes into it that there is one chain more, each time.
    let index = 1;
    const fill = (bytes: Uint8Array): void => {
      if (++index > 100) throw new Error("it does not end");
      bytes.set([0, 0, index, 0]);
    };
    const driver = new Driver(new VirtioEntropy({ fill }), { size: 2 }).begin();
    driver.describe(driver.place(0), 0, driver.place(0) + 0x6000, 4, WRITE);
    driver.offer(0, 0);
    driver.notify(0);
    expect(driver.takeUsed(0)).to.deep.equal([{ id: 0, len: 4 }]);
  });
});

describe("needsEvent (2.7.10.1)", () => {
  const rows = [
    // event   now     old     needed
    [0,        1,      0,      true],
    [1,        1,      0,      false],
    [0,        0,      0,      false],
    [5,        6,      5,      true],
    [5,        6,      6,      false],
    [4,        6,      5,      false],
    [0xffff,   0,      0xffff, true],
    [0xffff,   0,      0xfffe, true],
    [0xfffe,   2,      0xffff, false],
    [1,        2,      0xffff, true],
    [2,        2,      0xffff, false],
    [0x8000,   0x7fff, 0,      false],
  ] as const;
  for (const [event, now, old, needed] of rows) {
    it(`${event}: from ${old} to ${now}: ${needed ? "yes" : "no"}`, () => {
      expect(needsEvent(event, now, old)).to.equal(needed);
    });
  }

  it("is the specification's own line of C, for all indices", () => {
    const u16 = fc.integer({ min: 0, max: 0xffff });
    fc.assert(fc.property(u16, u16, u16, (event, now, old) => {
      // return (u16)(new_idx - event_idx - 1) < (u16)(new_idx - old);
      const specified = Uint16Array.of(now - event - 1)[0]! < Uint16Array.of(now - old)[0]!;
      expect(needsEvent(event, now, old)).to.equal(specified);
    }), { numRuns: 2000 });
  });
});
