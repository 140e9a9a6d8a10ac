// Loads and stores of which not every byte is where the one before it is. The pages are scattered on
// purpose: a crossing access that takes the next page of RAM for the next page finds the wrong bytes.

import { expect } from "chai";
import type { Access } from "../../../src/machine/cpu/access";
import { type Cause, GuestException } from "../../../src/machine/cpu/exception";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import type { Size } from "../../../src/machine/cpu/operations";
import { type Bus, PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import type { Purpose, Translated, Translation } from "../../../src/machine/cpu/translation";
import { VirtualMemory } from "../../../src/machine/cpu/virtual-memory";

const RAM = 0x4000_0000;
const BUS = 0x0900_0000;

interface Mapping {
  readonly page: number;
  readonly readOnly?: boolean;
  readonly kernelOnly?: boolean;
  readonly device?: boolean;
}

class Pages implements Translation {
  readonly pages = new Map<bigint, Mapping>([
    [0x1000n, { page: RAM + 5 * PAGE }],
    [0x2000n, { page: RAM + 2 * PAGE }],
    // 0x3000 is not mapped.
    [0x4000n, { page: RAM + 3 * PAGE }],
    [0x5000n, { page: RAM + 7 * PAGE, readOnly: true }],
    [0x6000n, { page: BUS }],
    [0x7000n, { page: BUS, device: true }],
    [0x8000n, { page: RAM + 1 * PAGE, device: true }],
    [0x9000n, { page: RAM + 4 * PAGE, kernelOnly: true }],
    [0xffff_ffff_ffff_f000n, { page: RAM + 6 * PAGE }],
    [0n, { page: RAM }],
  ]);

  translate(address: bigint, purpose: Purpose, unprivileged: boolean): Translated {
    const write = purpose === "write";
    const mapping = this.pages.get(address & ~0xfffn);
    const fault = (kind: "translation" | "permission"): GuestException =>
      new GuestException({ kind: "data abort", address, write, fault: { kind, level: 3 } });
    if (mapping === undefined) throw fault("translation");
    if ((write && mapping.readOnly) || (unprivileged && mapping.kernelOnly)) throw fault("permission");
    return { page: mapping.page, device: mapping.device ?? false };
  }
}

/** Answers with the low byte of each address; writes nothing at 0x800 and above. */
class RecordingBus implements Bus {
  readonly log: string[] = [];

  read(address: number, bytes: number): bigint | undefined {
    this.log.push(`read ${bytes} at ${(address - BUS).toString(16)}`);
    if (address - BUS >= 0x800) return undefined;
    return Array.from({ length: bytes }, (_, i) => BigInt((address + i) & 0xff) << BigInt(8 * i)).reduce((a, b) => a | b);
  }

  write(address: number, bytes: number, value: bigint): boolean {
    this.log.push(`write ${bytes} at ${(address - BUS).toString(16)}: ${value.toString(16)}`);
    return address - BUS < 0x800;
  }
}

function setUp() {
  const bus = new RecordingBus();
  const physical = new PhysicalMemory(createMemory(8 * PAGE), RAM, 8 * PAGE, bus);
  const translation = new Pages();
  return { bus, physical, translation, memory: new VirtualMemory(physical, translation) };
}

/** The cause of what `action` throws. */
function causeOf(action: () => unknown): Cause | undefined {
  try {
    action();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof GuestException) return thrown.cause;
    throw thrown;
  }
}

const abort = (address: bigint, write: boolean, kind: "translation" | "permission" | "alignment" | "external"): Cause => ({
  kind: "data abort", address, write,
  fault: kind === "alignment" || kind === "external" ? { kind } : { kind, level: 3 },
});

const VALUE = 0xffee_ddcc_bbaa_9988_7766_5544_3322_1100n;
const SIZES = [8, 16, 32, 64, 128] as const satisfies readonly Size[];

describe("Virtual memory", () => {
  describe("finds every byte", () => {
    const ramOf = (address: number): number => (address < 0x2000 ? 5 * PAGE + address - 0x1000 : 2 * PAGE + address - 0x2000);
    for (const size of SIZES) {
      it(`of ${size} bits, wherever they lie around the border of two scattered pages`, () => {
        const { memory, physical } = setUp();
        const value = BigInt.asUintN(size, VALUE);
        for (let address = 0x1fe0; address < 0x2010; address++) {
          physical.bytes.fill(0xa5);
          memory.store(size, BigInt(address), VALUE, "normal");
          const expected = new Uint8Array(physical.size).fill(0xa5);
          for (let i = 0; i < size / 8; i++) expected[ramOf(address + i)] = 0x11 * i;
          expect(Buffer.compare(physical.bytes, expected), `at 0x${address.toString(16)}`).to.equal(0);
          expect(memory.load(size, BigInt(address), "normal")).to.equal(value);
        }
      });
    }

    it("of an access that goes on at address 0", () => {
      const { memory, physical } = setUp();
      memory.store(64, 0xffff_ffff_ffff_fffdn, 0x8877_6655_4433_2211n, "normal");
      expect([...physical.bytes.subarray(7 * PAGE - 3, 7 * PAGE)]).to.deep.equal([0x11, 0x22, 0x33]);
      expect([...physical.bytes.subarray(0, 5)]).to.deep.equal([0x44, 0x55, 0x66, 0x77, 0x88]);
      expect(memory.load(64, 0xffff_ffff_ffff_fffdn, "normal")).to.equal(0x8877_6655_4433_2211n);
    });
  });

  describe("changes nothing where the second page faults", () => {
    const cases = [
      // address   size  where it faults      why
      [0x2fffn,    16,   abort(0x3000n, true, "translation")],
      [0x2ffan,    64,   abort(0x3000n, true, "translation")],
      [0x2ff1n,    128,  abort(0x3000n, true, "translation")],
      [0x4fffn,    32,   abort(0x5000n, true, "permission")],
      [0x4ffcn,    64,   abort(0x5000n, true, "permission")],
    ] as const;
    for (const [address, size, cause] of cases) {
      it(`${size} bits at 0x${address.toString(16)}`, () => {
        const { memory, physical } = setUp();
        physical.bytes.fill(0xa5);
        expect(causeOf(() => { memory.store(size, address, VALUE, "normal"); })).to.deep.equal(cause);
        expect(physical.bytes.every((byte) => byte === 0xa5)).to.equal(true);
      });
    }

    it("and a load says that it read", () => {
      const { memory } = setUp();
      expect(causeOf(() => memory.load(64, 0x2ffcn, "normal"))).to.deep.equal(abort(0x3000n, false, "translation"));
      expect(memory.load(64, 0x4ffcn, "normal")).to.equal(0n);
    });
  });

  describe("wants alignment", () => {
    const cases: readonly (readonly [Access, Size, bigint, Size | undefined, checks: boolean, faults: boolean])[] = [
      // access        size  address   elements    SCTLR.A  faults
      ["normal",        32,  0x1002n,  undefined,  false,   false],
      ["unprivileged",  32,  0x1002n,  undefined,  false,   false],
      ["ordered",       32,  0x1002n,  undefined,  false,   true],
      ["ordered",       16,  0x1002n,  undefined,  false,   false],
      ["ordered",       64,  0x1ffcn,  undefined,  false,   true],
      ["atomic",        64,  0x1004n,  undefined,  false,   true],
      ["atomic",       128,  0x1008n,  undefined,  false,   true],
      ["atomic",       128,  0x1010n,  undefined,  false,   false],
      ["atomic",         8,  0x1003n,  undefined,  false,   false],
      ["normal",        32,  0x1002n,  undefined,  true,    true],
      ["normal",        16,  0x1fffn,  undefined,  true,    true],
      ["unprivileged",  64,  0x1004n,  undefined,  true,    true],
      ["normal",        64,  0x1008n,  undefined,  true,    false],
      ["normal",       128,  0x1008n,  undefined,  true,    true],
      ["normal",       128,  0x1008n,  64,         true,    false],
      ["normal",       128,  0x1001n,  8,          true,    false],
      ["normal",       128,  0x1ff9n,  8,          true,    false],
      ["normal",       128,  0x1002n,  32,         true,    true],
      // Device memory, RAM or not
      ["normal",        32,  0x8002n,  undefined,  false,   true],
      ["normal",        32,  0x8004n,  undefined,  false,   false],
      ["normal",        16,  0x7001n,  undefined,  false,   true],
      ["normal",       128,  0x8004n,  32,         false,   false],
    ];
    for (const [access, size, address, aligned, checks, faults] of cases) {
      const how = `${access}, ${size} bits${aligned === undefined ? "" : ` of ${aligned}`} at 0x${address.toString(16)}`;
      it(`${how}${checks ? ", A = 1" : ""}: ${faults ? "fault" : "fine"}`, () => {
        for (const isRemembered of [false, true]) {
          const { memory } = setUp();
          if (isRemembered) {
            memory.store(8, address & ~0xfffn, memory.load(8, address & ~0xfffn, access), access);
          }
          memory.checksAlignment = checks;
          expect(causeOf(() => memory.load(size, address, access, aligned)))
            .to.deep.equal(faults ? abort(address, false, "alignment") : undefined);
          expect(causeOf(() => { memory.store(size, address, 0n, access, aligned); }))
            .to.deep.equal(faults ? abort(address, true, "alignment") : undefined);
        }
      });
    }
  });

  describe("asks the bus for what is not RAM", () => {
    const cases = [
      // address  size  reads                                             value
      [0x6003n,   8,    ["read 1 at 3"],                                   0x03n],
      [0x6004n,   32,   ["read 4 at 4"],                                   0x0706_0504n],
      [0x6008n,   64,   ["read 8 at 8"],                                   0x0f0e_0d0c_0b0a_0908n],
      [0x6010n,   128,  ["read 8 at 10", "read 8 at 18"],                  0x1f1e_1d1c_1b1a_1918_1716_1514_1312_1110n],
      [0x6001n,   32,   ["read 1 at 1", "read 2 at 2", "read 1 at 4"],     0x0403_0201n],
      [0x6006n,   64,   ["read 2 at 6", "read 4 at 8", "read 2 at c"],     0x0d0c_0b0a_0908_0706n],
      [0x7008n,   64,   ["read 8 at 8"],                                   0x0f0e_0d0c_0b0a_0908n],
    ] as const;
    for (const [address, size, log, value] of cases) {
      it(`${size} bits at 0x${address.toString(16)}: ${log.join(", ")}`, () => {
        const { memory, bus } = setUp();
        expect(memory.load(size, address, "normal")).to.equal(value);
        expect(bus.log).to.deep.equal(log);
      });
    }

    it("in pieces that are aligned, and each time anew", () => {
      const { memory, bus } = setUp();
      memory.store(32, 0x6002n, 0xdead_beefn, "normal");
      memory.store(32, 0x6004n, 0xdead_beefn, "normal");
      memory.store(32, 0x6004n, 0xdead_beefn, "ordered");
      expect(bus.log).to.deep.equal([
        "write 2 at 2: beef", "write 2 at 4: dead", "write 4 at 4: deadbeef", "write 4 at 4: deadbeef",
      ]);
    });

    it("and says so if nothing answers", () => {
      const { memory } = setUp();
      expect(causeOf(() => memory.load(32, 0x6800n, "normal"))).to.deep.equal(abort(0x6800n, false, "external"));
      expect(causeOf(() => { memory.store(32, 0x6800n, 0n, "normal"); })).to.deep.equal(abort(0x6800n, true, "external"));
      expect(causeOf(() => memory.locate(4, 0x6000n, false))).to.deep.equal(abort(0x6000n, false, "external"));
    });
  });

  describe("has the rights of the access", () => {
    it("of EL0 where it is unprivileged, whatever others have used the page for", () => {
      const { memory } = setUp();
      memory.store(64, 0x9000n, 5n, "normal");
      expect(memory.load(64, 0x9000n, "normal")).to.equal(5n);
      expect(causeOf(() => memory.load(64, 0x9000n, "unprivileged"))).to.deep.equal(abort(0x9000n, false, "permission"));
      expect(causeOf(() => { memory.store(8, 0x9000n, 0n, "unprivileged"); })).to.deep.equal(abort(0x9000n, true, "permission"));
    });

    it("to write where it is atomic, even while it reads", () => {
      const { memory } = setUp();
      expect(memory.load(64, 0x5000n, "normal")).to.equal(0n);
      expect(causeOf(() => memory.load(64, 0x5000n, "atomic"))).to.deep.equal(abort(0x5000n, true, "permission"));
      expect(causeOf(() => memory.load(64, 0x3000n, "atomic"))).to.deep.equal(abort(0x3000n, false, "translation"));
      expect(memory.load(64, 0x5000n, "ordered")).to.equal(0n);
    });
  });

  it("uses what it remembers until flush()", () => {
    const { memory, translation, physical } = setUp();
    physical.bytes[3 * PAGE] = 3;
    const accesses = ["normal", "unprivileged", "atomic"] as const;
    for (const access of accesses) {
      memory.store(8, 0x2000n, 2n, access);
      expect(memory.load(8, 0x2000n, access)).to.equal(2n);
    }
    translation.pages.set(0x2000n, { page: RAM + 3 * PAGE });
    expect(memory.load(8, 0x2000n, "normal")).to.equal(2n);
    memory.flush();
    for (const access of accesses) expect(memory.load(8, 0x2000n, access)).to.equal(3n);
    memory.store(8, 0x2000n, 4n, "normal");
    expect([physical.bytes[2 * PAGE], physical.bytes[3 * PAGE]]).to.deep.equal([2, 4]);
  });

  it("tells apart pages whose numbers are the same modulo what it remembers", () => {
    const { memory, translation } = setUp();
    translation.pages.set(0x10_1000n, { page: RAM + 1 * PAGE });
    translation.pages.set(0x1_0000_1000n, { page: RAM + 2 * PAGE });
    translation.pages.set(0xffff_0000_0000_1000n, { page: RAM + 3 * PAGE });
    const addresses = [0x1000n, 0x10_1000n, 0x1_0000_1000n, 0xffff_0000_0000_1000n];
    for (const one of addresses) {
      for (const other of addresses.filter((address) => address !== one)) {
        memory.store(64, one, 1n, "normal");
        memory.store(64, other, 2n, "normal");
        expect([one, other].map((address) => memory.load(64, address, "normal"))).to.deep.equal([1n, 2n]);
      }
    }
  });

  describe("zeroes a block (DC ZVA)", () => {
    it("around the address, and nothing else", () => {
      const { memory, physical } = setUp();
      physical.bytes.fill(0xff);
      memory.zero(0x1fffn, 64);
      const zeros = [...physical.bytes.keys()].filter((i) => physical.bytes[i] === 0);
      expect([zeros.length, zeros[0], zeros.at(-1)]).to.deep.equal([64, 6 * PAGE - 64, 6 * PAGE - 1]);
    });

    const faults = [
      [0x3008n, "translation"], [0x5008n, "permission"], [0x8008n, "alignment"], [0x6008n, "external"],
    ] as const;
    for (const [address, kind] of faults) {
      it(`or ends with the address it was given: ${kind}`, () => {
        const { memory } = setUp();
        expect(causeOf(() => { memory.zero(address, 64); })).to.deep.equal(abort(address, true, kind));
      });
    }
  });
});
