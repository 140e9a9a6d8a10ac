// The intrinsics of kernel code, executed by a board's CPU. Syndromes and register values are the
// Arm manual's; addresses are those of QEMU's board.

import { expect } from "chai";
import { HardwareFault, MachineReset } from "../../../src/host/board-metal/faults";
import { withBoard } from "../../../src/host/board-metal/with-board";
import { PowerOff } from "../../../src/host/metal/simulated-metal";
import { dataSynchronizationBarrier, hypervisorCall, secureMonitorCall, waitForInterrupt } from "../../../src/unikernel/metal/machine";
import { load16, load32, load64, load8, store16, store32, store64, store8 } from "../../../src/unikernel/metal/memory";
import { readSystemRegister, writeSystemRegister } from "../../../src/unikernel/metal/system-register";
import { invalidateTranslation, translateForLoad, translateForStore } from "../../../src/unikernel/metal/translation";
import { dataAddress } from "../../../src/unikernel/runtime/data-address";
import { log } from "../../../src/unikernel/runtime/console";

const UPPER_HALF = 0xffff_ff80_0000_0000n;
const RAM = UPPER_HALF + 0x4100_0000n;
const BOOT_TABLE = UPPER_HALF + 0x4020_2000n;

/** The GICv2 has an interrupt come through: GICD_ISENABLER, GICD_CTLR, GICC_PMR, GICC_CTLR. */
function listen(id: number): void {
  const rows = [[0x0800_0100 + 4 * (id >> 5), 1 << (id & 31)], [0x0800_0000, 1], [0x0801_0004, 0xf0], [0x0801_0000, 1]] as const;
  for (const [address, value] of rows) store32(UPPER_HALF + BigInt(address), value);
}

describe("kernel code on a board", () => {
  it("loads and stores reach RAM, each with its size", () => {
    withBoard({}, ({ board }) => {
      store64(RAM, 0x1122_3344_5566_7788n);
      store8(RAM + 7n, 0xff);
      store16(RAM + 4n, 0xeeee);
      store32(RAM, 0xdddd_dddd);
      expect(load64(RAM)).to.equal(0xff22_eeee_dddd_ddddn);
      expect([load8(RAM + 6n), load16(RAM + 6n), load32(RAM + 4n)]).to.deep.equal([0x22, 0xff22, 0xff22_eeee]);
      expect(board.physical.load(0x4100_0000, 8)).to.equal(0xff22_eeee_dddd_ddddn);
    });
  });

  it("and devices: the UART prints, the PL031 has 2024-01-01", () => {
    withBoard({}, (twin) => {
      log("hello");
      expect(twin.printed).to.equal("hello\n");
      expect(load32(UPPER_HALF + 0x0901_0000n)).to.equal(1_704_067_200);
    });
  });

  it("system registers are the CPU's: EL1, all masked, a timer of 62.5 MHz", () => {
    withBoard({}, () => {
      expect(["CurrentEL", "DAIF", "CNTFRQ_EL0"].map(readSystemRegister)).to.deep.equal([4n, 0x3c0n, 62_500_000n]);
      writeSystemRegister("TPIDR_EL1", 5n);
      expect(readSystemRegister("TPIDR_EL1")).to.equal(5n);
      expect(() => readSystemRegister("SCTLR_EL3"), "there is no EL3").to.throw(HardwareFault);
    });
  });

  it("an address that is not mapped is a fault: a data abort at EL1, translation, level 1", () => {
    withBoard({}, () => {
      const address = UPPER_HALF + 0x3f_0000_0000n;
      try {
        store32(address, 1);
        expect.fail("nothing is there");
      } catch (fault) {
        if (!(fault instanceof HardwareFault)) throw fault;
        expect([fault.esr, fault.far]).to.deep.equal([0x9600_0045n, address]);
      }
      expect(readSystemRegister("DAIF"), "and the handler has been left").to.equal(0x3c0n);
    });
  });

  it("tables that are changed count after TLBI, and AT says how they are", () => {
    withBoard({}, () => {
      const page = UPPER_HALF + 0x10_0000_0000n;
      const ask = (instruction: (address: bigint) => void): bigint => {
        instruction(page);
        return readSystemRegister("PAR_EL1");
      };
      expect(ask(translateForLoad) & 0x7fn, "F, and FST of level 1").to.equal(0xbn);
      store64(BOOT_TABLE + 8n * 64n, 0x4000_0000n | 0x785n); // A block of RAM, AP read-only.
      dataSynchronizationBarrier();
      invalidateTranslation(page >> 12n & 0xfff_ffff_ffffn);
      expect(ask(translateForLoad) & 0xff_ffff_f001n).to.equal(0x4000_0000n);
      expect(ask(translateForStore) & 0x7fn, "permission, level 1").to.equal(0x1bn);
      store64(RAM, 77n);
      expect(load64(page + 0x0100_0000n)).to.equal(77n);
      expect(() => { store64(page + 0x0100_0000n, 78n); }, "ESR: a write, permission, level 1").to.throw(HardwareFault, "9600004d");
      expect(load64(RAM)).to.equal(77n);
    });
  });

  it("WFI lets time go on to the timer, whose interrupt is taken where it is not masked", () => {
    const log: string[] = [];
    const interrupt = (): void => {
      log.push(`${readSystemRegister("DAIF")} ${load32(UPPER_HALF + 0x0801_000cn)}`);
      writeSystemRegister("CNTV_CTL_EL0", 0n);
      store32(UPPER_HALF + 0x0801_0010n, 27);
    };
    withBoard({ interrupt }, (twin) => {
      listen(27);
      writeSystemRegister("CNTV_CVAL_EL0", 625_000n);
      writeSystemRegister("CNTV_CTL_EL0", 1n);
      waitForInterrupt();
      expect([twin.milliseconds, log]).to.deep.equal([10, []]);
      writeSystemRegister("DAIF", 0n);
      expect(log, "PPI 27, with all masked").to.deep.equal(["960 27"]);
      expect(readSystemRegister("DAIF")).to.equal(0n);
    });
  });

  it("an interrupt changes nothing of what it interrupts, wherever it comes", () => {
    let taken = 0;
    const interrupt = (): void => {
      taken++;
      writeSystemRegister("CNTV_CTL_EL0", 0n);
      store32(UPPER_HALF + 0x0801_0010n, load32(UPPER_HALF + 0x0801_000cn));
    };
    withBoard({ interrupt }, () => {
      listen(27);
      writeSystemRegister("DAIF", 0n);
      let last = readSystemRegister("CNTVCT_EL0");
      for (let alarm = 1; alarm <= 40; alarm++) {
        writeSystemRegister("CNTV_CVAL_EL0", last + 5n);
        writeSystemRegister("CNTV_CTL_EL0", 1n);
        for (let i = 0; i < alarm; i++) load8(RAM); // A cycle each.
        while (taken < alarm) {
          const now = readSystemRegister("CNTVCT_EL0");
          expect(Number(now - last), "ticks").to.be.within(0, 10);
          last = now;
        }
      }
    });
  });

  it("who sleeps while nothing is set can be woken from outside, or is told", () => {
    withBoard({}, () => { expect(waitForInterrupt).to.throw("nothing will wake it"); });
    const asleep = ({ board }: { board: { pressPowerButton: () => void } }): void => { board.pressPowerButton(); };
    withBoard({ asleep }, () => {
      store32(UPPER_HALF + 0x0903_0410n, 8); // PL061: GPIOIE, the button's line
      listen(39); // SPI 7
      waitForInterrupt();
      expect(load32(UPPER_HALF + 0x0801_000cn)).to.equal(39);
    });
  });

  it("the firmware: a version by HVC, off, reset; and no SMC", () => {
    withBoard({}, () => {
      expect(hypervisorCall(0x8400_0000n, 0n, 0n, 0n)).to.equal(0x1_0001n);
      expect(() => secureMonitorCall(0x8400_0000n, 0n, 0n, 0n)).to.throw(HardwareFault);
      expect(() => hypervisorCall(0x8400_0008n, 0n, 0n, 0n)).to.throw(PowerOff);
    });
    withBoard({}, () => { expect(() => hypervisorCall(0x8400_0009n, 0n, 0n, 0n)).to.throw(MachineReset); });
  });

  it("an array has an address, where loads, stores and devices find its bytes; a view of it too", () => {
    withBoard({}, ({ memory }) => {
      const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i & 0xff);
      const at = dataAddress(bytes);
      expect(dataAddress(bytes.subarray(3)) - at).to.equal(3n);
      expect(load32(at + 256n)).to.equal(0x0302_0100);
      store8(at, 99);
      expect(bytes[0]).to.equal(99);
      const physical = at - UPPER_HALF;
      expect(memory.bytes(physical + 4998n, 2)).to.deep.equal(Uint8Array.of(4998 & 0xff, 4999 & 0xff));
      expect(memory.bytes(physical + 4998n, 3), "over the end").to.equal(undefined);
    });
  });
});
