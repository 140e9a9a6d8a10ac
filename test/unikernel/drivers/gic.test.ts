// The drivers of both interrupt controllers, against the controllers of Part I: what the specification says of a line that
// is level-sensitive or edge-triggered, private or shared, masked, and of one that thinks better of it.

import { expect } from "chai";
import { hostBoard, leaveBoard } from "../../../src/host/board-metal/with-board";
import type { InterruptController as Hardware } from "../../../src/machine/devices/gic/controller";
import { GicV2 } from "../../../src/unikernel/drivers/gic-v2";
import { GicV3 } from "../../../src/unikernel/drivers/gic-v3";
import type { InterruptController } from "../../../src/unikernel/drivers/interrupt-controller";

/** Where QEMU's board has the distributor, in the kernel's half. */
const GIC = 0xffff_ff80_0800_0000n;

/** IHI 0048B, 2.2.1 and IHI 0069, 2.2: INTID 1023 says that there is none. */
const SPURIOUS = 1023;
const SPI = 5;
const SHARED = 32 + SPI;
/** A PPI that nothing of the board pulls at. */
const PRIVATE = 20;

const CONTROLLERS: readonly (readonly [gic: 2 | 3, driver: () => InterruptController])[] = [
  [2, () => new GicV2(GIC, GIC + 0x1_0000n)],
  [3, () => new GicV3(GIC, GIC + 0xa_0000n)],
];

for (const [gic, makeDriver] of CONTROLLERS) {
  describe(`the driver of a GICv${gic}`, () => {
    let hardware: Hardware;
    let driver: InterruptController;
    const asks = (): boolean => hardware.pins(0).IRQ;

    beforeEach(() => {
      hardware = hostBoard({ gic, cpus: 2, ramBytes: 4 << 20 }).board.devices.gic;
      driver = makeDriver();
      driver.start();
    });

    afterEach(leaveBoard);

    for (const [what, id, line] of [
      ["a device's line, which is shared", SHARED, (): ((high: boolean) => void) => hardware.line(SPI)],
      ["a CPU's own line", PRIVATE, (): ((high: boolean) => void) => hardware.privateLine(0, PRIVATE)],
    ] as const) {
      it(`${what}: as long as it is high it asks, but not while it is handled`, () => {
        driver.configure(id, "level");
        line()(true);
        expect(asks(), "before it is enabled").to.equal(false);
        driver.enable(id);
        expect(asks(), "enabled").to.equal(true);
        expect(driver.acknowledge()).to.equal(id);
        expect(asks(), "active").to.equal(false);
        driver.complete(id);
        expect(asks(), "still high").to.equal(true);
        expect(driver.acknowledge()).to.equal(id);
        line()(false);
        driver.complete(id);
        expect(asks(), "low").to.equal(false);
      });

      it(`${what}: disabled, it does not ask; enabled again, it does`, () => {
        driver.enable(id);
        driver.disable(id);
        line()(true);
        expect(asks()).to.equal(false);
        driver.enable(id);
        expect(asks()).to.equal(true);
      });
    }

    it("an edge asks once, and again if it comes while it is handled", () => {
      driver.configure(SHARED, "edge");
      driver.enable(SHARED);
      const line = hardware.line(SPI);
      line(true);
      expect(driver.acknowledge()).to.equal(SHARED);
      driver.complete(SHARED);
      expect(asks(), "high, but no edge").to.equal(false);
      line(false);
      line(true);
      expect(driver.acknowledge()).to.equal(SHARED);
      line(false);
      line(true);
      driver.complete(SHARED);
      expect(asks(), "an edge meanwhile").to.equal(true);
    });

    it("a line that is low again before it is asked for was no interrupt", () => {
      driver.configure(SHARED, "level");
      driver.enable(SHARED);
      hardware.line(SPI)(true);
      hardware.line(SPI)(false);
      expect(driver.acknowledge()).to.equal(SPURIOUS);
    });

    it("all have one priority: what is handled is not interrupted", () => {
      driver.enable(SHARED);
      driver.enable(PRIVATE);
      hardware.line(SPI)(true);
      expect(driver.acknowledge()).to.equal(SHARED);
      hardware.privateLine(0, PRIVATE)(true);
      expect(asks(), "while the other is active").to.equal(false);
      driver.complete(SHARED);
      expect(driver.acknowledge()).to.equal(PRIVATE);
    });

    it("whatever was enabled before the start is so no more", () => {
      driver.enable(SHARED);
      hardware.line(SPI)(true);
      driver.start();
      expect(asks()).to.equal(false);
    });

    it("CPU 1 hears nothing", () => {
      driver.enable(SHARED);
      hardware.line(SPI)(true);
      expect([hardware.pins(0).IRQ, hardware.pins(1).IRQ, hardware.pins(0).FIQ]).to.deep.equal([true, false, false]);
    });
  });
}
