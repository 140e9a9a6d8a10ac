// The MMU whole: registers, tables in RAM, TLB, rights, faults. Arm ARM, "The AArch64 Virtual
// Memory System Architecture".

import { expect } from "chai";
import { InnerShareable } from "../../../src/machine/mmu/inner-shareable";
import { STANDARD_MMU_PARTS } from "../../../src/machine/mmu/standard-parts";
import {
  AF, attr, BLOCK, causeOf, EL0, EL0_TOO, EL1, LINUX_TCR, M, NG, outcome, PAGE_, PAN, PXN, RAM, READ_ONLY, UXN, World, WXN,
} from "./world";

const at = (address: number): bigint => BigInt(address);
const PAGE_AT = RAM + 0x8_0000;
const page = (bits = 0n): bigint => at(PAGE_AT) | AF | PAGE_ | bits;
const block = (bits = 0n): bigint => at(RAM) | AF | BLOCK | bits;

describe("The MMU", () => {
  describe("translates", () => {
    const cases = [
      // address                   what the page at 0 and the block behind it are    where
      [0x0000_0000_0000_0000n, "0x40080000"],
      [0x0000_0000_0000_0fffn, "0x40080000"],
      [0x0000_0000_0020_0000n, "0x40000000"],
      [0x0000_0000_003f_ffffn, "0x401ff000"],
      [0x0000_0000_0000_1000n, "translation 3"],
      [0x0000_0000_0040_0000n, "translation 2"],
      [0x0000_0000_4000_0000n, "translation 1"],
      [0x0000_0080_0000_0000n, "translation 0"],
      [0x0100_0000_0000_0000n, "translation 0"],
      [0xffff_ff80_0000_0000n, "translation 1"],
      [0xffff_ff7f_ffff_ffffn, "translation 0"],
    ] as const;
    for (const [address, where] of cases) {
      it(`0x${address.toString(16)}: ${where}`, () => {
        const world = new World().map({ page: page(), block: block() });
        expect(outcome(world, address, "read")).to.equal(where);
        expect(outcome(world, address, "read"), "again").to.equal(where);
      });
    }

    it("by TTBR1_EL1 above", () => {
      const world = new World().put([RAM + 0x1_0ff8, block()]); // The last GiB.
      expect(outcome(world, 0xffff_ffff_ffe0_1000n, "read")).to.equal("0x7fe01000");
    });

    it("an address with a tag, if TBI0 is set", () => {
      const world = new World().map({ page: page() }).set("TCR_EL1", LINUX_TCR | (1n << 37n));
      expect(outcome(world, 0xab00_0000_0000_0123n, "write")).to.equal("0x40080000");
      expect(outcome(world, 0xab80_0000_0000_0123n, "write")).to.equal("translation 0");
    });

    it("nothing where TnSZ is no size of this machine's", () => {
      const world = new World().map({ page: page() });
      for (const T0SZ of [0n, 15n, 40n, 63n]) {
        world.set("TCR_EL1", (LINUX_TCR & ~63n) | T0SZ);
        expect(outcome(world, 0n, "read"), `T0SZ ${T0SZ}`).to.equal("translation 0");
      }
    });
  });

  describe("says what is asked in vain", () => {
    const faulting = new World().map({ page: page(READ_ONLY | PXN) });
    const cases = [
      [0x1000n, "read", { kind: "data abort", address: 0x1000n, write: false, fault: { kind: "translation", level: 3 } }],
      [0x1000n, "write", { kind: "data abort", address: 0x1000n, write: true, fault: { kind: "translation", level: 3 } }],
      [0x1004n, "fetch", { kind: "instruction abort", address: 0x1004n, fault: { kind: "translation", level: 3 } }],
      [0x0123n, "write", { kind: "data abort", address: 0x123n, write: true, fault: { kind: "permission", level: 3 } }],
      [0x0120n, "fetch", { kind: "instruction abort", address: 0x120n, fault: { kind: "permission", level: 3 } }],
    ] as const;
    for (const [address, purpose, cause] of cases) {
      it(`${purpose} at 0x${address.toString(16)}`, () => {
        expect(causeOf(() => faulting.mmu.translate(address, purpose, false))).to.deep.equal(cause);
      });
    }
  });

  describe("asks for rights", () => {
    const OK = "0x40080000";
    const NO = "permission 3";
    const cases = [
      // page         PAN    read  write fetch at EL1; read  write fetch unprivileged
      [0n,            false, [OK,  OK,   OK,           NO,   NO,   OK]],
      [EL0_TOO,       false, [OK,  OK,   NO,           OK,   OK,   OK]],
      [EL0_TOO,       true,  [NO,  NO,   NO,           OK,   OK,   OK]],
      [READ_ONLY,     true,  [OK,  NO,   OK,           NO,   NO,   OK]],
      [EL0_TOO | READ_ONLY, true, [NO, NO, OK,         OK,   NO,   OK]],
      [UXN | PXN,     false, [OK,  OK,   NO,           NO,   NO,   NO]],
    ] as const;
    for (const [bits, isPan, expected] of cases) {
      it(`page 0x${bits.toString(16)}${isPan ? ", PAN" : ""}`, () => {
        const world = new World().map({ page: page(bits) });
        world.pstate = EL1 | (isPan ? PAN : 0);
        const found = [false, true].flatMap((unprivileged) =>
          (["read", "write", "fetch"] as const).map((purpose) => outcome(world, 0n, purpose, unprivileged)));
        expect(found).to.deep.equal(expected);
      });
    }

    it("of a block at its level", () => {
      expect(outcome(new World().map({ page: 0n, block: block(READ_ONLY) }), 0x20_0000n, "write")).to.equal("permission 2");
    });

    it("with WXN: nothing that can be written is executed", () => {
      const world = new World().map({ page: page(), block: block(READ_ONLY) }).set("SCTLR_EL1", M | WXN);
      expect(outcome(world, 0n, "fetch")).to.equal("permission 3");
      expect(outcome(world, 0x20_0000n, "fetch")).to.equal("0x40000000");
    });

    it("anew each time: an entry of the TLB does not hold them", () => {
      const world = new World().map({ page: page(EL0_TOO) });
      expect(outcome(world, 0n, "read")).to.equal("0x40080000");
      world.pstate = EL1 | PAN;
      expect(outcome(world, 0n, "read")).to.equal("permission 3");
    });
  });

  describe("knows Device memory", () => {
    const device = (bits: bigint): World => new World().map({ page: page(attr(1) | bits) });

    it("for data, not for instructions", () => {
      const { mmu } = device(0n);
      expect(mmu.translate(0n, "read", false)).to.deep.equal({ page: PAGE_AT, device: true });
      expect(mmu.translate(0n, "write", false)).to.deep.equal({ page: PAGE_AT, device: true });
      expect(mmu.translate(0n, "fetch", false)).to.deep.equal({ page: PAGE_AT, device: false });
    });

    it("whose alignment fault comes before a permission fault, and behind the walk's", () => {
      const fault = (world: World, address: bigint): unknown => {
        const cause = causeOf(() => world.mmu.translate(address, "write", false, false));
        return cause === "nothing" || cause.kind !== "data abort" ? cause : cause.fault;
      };
      expect(fault(device(READ_ONLY), 1n)).to.deep.equal({ kind: "alignment" });
      expect(fault(device(READ_ONLY), 0x1001n)).to.deep.equal({ kind: "translation", level: 3 });
      expect(fault(new World().map({ page: page(attr(2) | READ_ONLY) }), 1n)).to.deep.equal({ kind: "permission", level: 3 });
    });
  });

  describe("with SCTLR_EL1.M at 0", () => {
    const off = (TCR_EL1 = LINUX_TCR): World => new World().set("TCR_EL1", TCR_EL1).set("SCTLR_EL1", 0n);

    it("leaves addresses as they are", () => {
      expect(off().mmu.translate(0x4000_1234n, "read", true)).to.deep.equal({ page: 0x4000_1000, device: true });
      expect(off().mmu.translate(0x4000_1234n, "fetch", true)).to.deep.equal({ page: 0x4000_1000, device: false });
      expect(outcome(off(), 0xffff_ffff_ffffn, "write")).to.equal("0xfffffffff000");
    });

    it("refuses data that is not aligned", () => {
      expect(causeOf(() => off().mmu.translate(0x4000_1234n, "read", false, false))).to.deep.include({ fault: { kind: "alignment" } });
    });

    const sizes = [
      // address               TBI0, TBI1  where
      [0x0001_0000_0000_0000n, 0n,         "address size 0"],
      [0xff00_0000_0000_1000n, 0n,         "address size 0"],
      [0xff00_0000_0000_1000n, 0b01n,      "0x1000"],
      [0xff01_0000_0000_1000n, 0b01n,      "address size 0"],
      [0x0080_0000_0000_1000n, 0b10n,      "address size 0"],
      [0xffff_ffff_ffff_ffffn, 0b11n,      "address size 0"],
    ] as const;
    for (const [address, TBI, where] of sizes) {
      it(`0x${address.toString(16)}, TBI ${TBI.toString(2)}: ${where}`, () => {
        expect(outcome(off(LINUX_TCR | (TBI << 37n)), address, "read")).to.equal(where);
        expect(outcome(off(LINUX_TCR | (TBI << 37n)), address, "fetch")).to.equal(where);
      });
    }

    it("does not look into the TLB, and finds it as it was when it is on again", () => {
      const world = new World().map({ page: page() });
      outcome(world, 0n, "read");
      world.map({ page: 0n }).set("SCTLR_EL1", 0n);
      expect(outcome(world, 0n, "read")).to.equal("0x0");
      expect(outcome(world.set("SCTLR_EL1", M), 0n, "read")).to.equal("0x40080000");
    });
  });

  describe("goes on with what the TLB has", () => {
    const read = (world: World): string => outcome(world, 0n, "read");

    it("until software invalidates it", () => {
      const world = new World().map({ page: page() });
      read(world);
      world.map({ page: at(RAM + 0x9_0000) | AF | PAGE_ });
      expect(read(world)).to.equal("0x40080000");
      world.tlbi("VAE1", 0n);
      expect(read(world)).to.equal("0x40090000");
    });

    it("but does not keep a fault", () => {
      const world = new World().map({ page: 0n });
      expect(read(world)).to.equal("translation 3");
      world.map({ page: at(PAGE_AT) | PAGE_ });
      expect(read(world)).to.equal("access flag 3");
      world.map({ page: page() });
      expect(read(world)).to.equal("0x40080000");
    });

    it("although EPD0 forbids to look further", () => {
      const world = new World().map({ page: page(), block: block() });
      read(world);
      world.set("TCR_EL1", LINUX_TCR | (1n << 7n));
      expect(read(world)).to.equal("0x40080000");
      expect(outcome(world, 0x20_0000n, "read")).to.equal("translation 0");
    });

    it("and MAIR_EL1 as it was", () => {
      const world = new World().map({ page: page() });
      read(world);
      world.set("MAIR_EL1", 0n);
      expect(world.mmu.translate(0n, "read", false).device).to.equal(false);
      world.tlbi("VMALLE1");
      expect(world.mmu.translate(0n, "read", false).device).to.equal(true);
    });

    it("for the address space alone whose it is, if it is not global", () => {
      const inSpace = (world: World, asid: bigint): string => {
        world.set("TTBR0_EL1", (asid << 48n) | at(RAM));
        return read(world);
      };
      const own = new World().map({ page: page(NG) });
      const all = new World().map({ page: page() });
      for (const world of [own, all]) {
        world.set("TCR_EL1", LINUX_TCR | (1n << 36n));
        expect(inSpace(world, 0x101n)).to.equal("0x40080000");
        world.map({ page: 0n });
      }
      expect([inSpace(own, 0x102n), inSpace(own, 0x101n)]).to.deep.equal(["translation 3", "0x40080000"]);
      expect([inSpace(all, 0x102n), inSpace(all, 0x101n)]).to.deep.equal(["0x40080000", "0x40080000"]);
    });
  });

  describe("tells the CPU to forget", () => {
    it("all, when a register was written", () => {
      const world = new World();
      world.set("TTBR0_EL1", 0n);
      expect(world.forgotten).to.deep.equal(["all"]);
    });

    it("a page, when its entry goes", () => {
      const world = new World().map({ page: page(), block: block() });
      outcome(world, 0n, "read");
      outcome(world, 0x20_0000n, "read");
      world.tlbi("VAAE1", 0x200n);
      expect(world.forgotten).to.deep.equal([{ page: 0x200, pages: 512 }]);
    });

    it("a page, when another takes the place of its entry", () => {
      const world = new World({ sets: 1, ways: 1 }).map({ page: page(), block: block() });
      outcome(world, 0n, "read");
      outcome(world, 0x20_0000n, "read");
      expect(world.forgotten).to.deep.equal([{ page: 0, pages: 1 }]);
    });

    it("nothing, when there was nothing to invalidate", () => {
      const world = new World();
      world.tlbi("VMALLE1");
      expect(world.forgotten).to.deep.equal([]);
    });
  });

  it("has the tag taken off a branch's target, if its range has TBI", () => {
    const { mmu } = new World().set("TCR_EL1", LINUX_TCR | (1n << 37n));
    const targets = [0x1234n, 0xab00_0000_0000_1234n, 0xab7f_0000_0000_1234n, 0xab80_0000_0000_1234n, 0xffff_0000_0000_0000n];
    expect(targets.map((target) => mmu.branchAddress(target)))
      .to.deep.equal([0x1234n, 0x1234n, 0x007f_0000_0000_1234n, 0xab80_0000_0000_1234n, 0xffff_0000_0000_0000n]);
    const { mmu: upper } = new World().set("TCR_EL1", LINUX_TCR | (1n << 38n));
    expect(targets.map((target) => upper.branchAddress(target)))
      .to.deep.equal([0x1234n, 0xab00_0000_0000_1234n, 0xab7f_0000_0000_1234n, 0xff80_0000_0000_1234n, 0xffff_0000_0000_0000n]);
  });

  it("is looked at from outside without a trace", () => {
    const world = new World().map({ page: page(PXN) });
    expect([world.mmu.look(0x123n), world.mmu.look(0x1000n)]).to.deep.equal([PAGE_AT + 0x123, undefined]);
    expect(world.mmu.tlb.entries).to.deep.equal([]);
  });

  it("is as it was when it is restored", () => {
    const world = new World().map({ page: page() });
    outcome(world, 0n, "read");
    const saved = structuredClone(world.mmu.save());
    world.map({ page: 0n });
    world.tlbi("VMALLE1");
    expect(outcome(world, 0n, "read")).to.equal("translation 3");
    world.mmu.restore(saved);
    expect(outcome(world, 0n, "read")).to.equal("0x40080000");
    world.registers.set("SCTLR_EL1", 0n); // As it was, when the machine's memory is put back.
    world.mmu.restore(saved);
    expect(outcome(world, 0n, "read")).to.equal("0x0");
  });

  it("reads its tables over the bus where they are not in RAM", () => {
    const bus = { read: (address: number) => (address === 0x0900_0000 ? block() : undefined), write: () => false };
    const world = new World({}, bus).set("TTBR0_EL1", 0x0900_0000n);
    expect(outcome(world, 0x1000n, "read")).to.equal("0x40001000");
    expect(outcome(world, 0x4000_0000n, "read")).to.equal("external 1");
  });

  it("is made of the parts it is given", () => {
    const walked = { kind: "mapped", address: 0x1234_5000, bits: 12, level: 3, AttrIndx: 0, SH: 0, nG: false, AP: 0, UXN: false, PXN: false } as const;
    const world = new World({ parts: { ...STANDARD_MMU_PARTS, walk: () => walked, permits: (_, { purpose }) => purpose === "read" } });
    expect(outcome(world, 0n, "read")).to.equal("0x12345000");
    expect(outcome(world, 0n, "write")).to.equal("permission 3");
  });

  describe("shares", () => {
    const innerShareable = new InnerShareable();
    const worlds = [new World({ innerShareable }), new World({ innerShareable })] as const;
    const stale = (): string[] => {
      for (const world of worlds) {
        outcome(world.map({ page: page() }), 0n, "read");
        world.map({ page: 0n });
      }
      return [];
    };
    const forms = [
      // TLBI        Xt                       on this CPU        on the other
      ["VMALLE1",    0n,                      "translation 3",   "0x40080000"],
      ["VMALLE1IS",  0n,                      "translation 3",   "translation 3"],
      ["VAE1",       0n,                      "translation 3",   "0x40080000"],
      ["VAE1IS",     0n,                      "translation 3",   "translation 3"],
      ["VAE1IS",     1n,                      "0x40080000",      "0x40080000"],
      ["VAAE1IS",    0n,                      "translation 3",   "translation 3"],
      ["VALE1IS",    0n,                      "translation 3",   "translation 3"],
      ["VAALE1IS",   0n,                      "translation 3",   "translation 3"],
      ["ASIDE1IS",   0n,                      "0x40080000",      "0x40080000"],
    ] as const;
    for (const [form, Xt, here, there] of forms) {
      it(`TLBI ${form} 0x${Xt.toString(16)}: ${here}; elsewhere ${there}`, () => {
        stale();
        worlds[0].tlbi(form, Xt);
        expect(worlds.map((world) => outcome(world, 0n, "read"))).to.deep.equal([here, there]);
        worlds[0].tlbi("VMALLE1IS");
      });
    }
  });

  it("does not keep what EL0 may to itself: rights are the asker's", () => {
    const world = new World().map({ page: page(EL0_TOO) });
    world.pstate = EL0;
    expect(outcome(world, 0n, "fetch", true)).to.equal("0x40080000");
  });
});
