import { expect } from "chai";
import { Bug } from "../../../src/base/bug";
import { createMemory, PAGE, RAM_OFFSET } from "../../../src/machine/cpu/layout";
import { type Bus, CODE, PhysicalMemory, SNAPSHOT, WATCHED } from "../../../src/machine/cpu/physical-memory";

const RAM = 0x4000_0000;
const DEVICE = 0x0900_0000;

/** Answers each byte with the low byte of its address; has nothing at DEVICE + 0x100 and above. */
class RecordingBus implements Bus {
  readonly log: string[] = [];

  read(address: number, bytes: number): bigint | undefined {
    this.log.push(`read ${bytes} at ${(address - DEVICE).toString(16)}`);
    if (address - DEVICE >= 0x100) return undefined;
    let value = 0n;
    for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt((address + i) & 0xff);
    return value;
  }

  write(address: number, bytes: number, value: bigint): boolean {
    this.log.push(`write ${bytes} at ${(address - DEVICE).toString(16)}: ${value.toString(16)}`);
    return address - DEVICE < 0x100;
  }
}

function setUp() {
  const bus = new RecordingBus();
  return { bus, physical: new PhysicalMemory(createMemory(3 * PAGE), RAM, 3 * PAGE, bus) };
}

describe("Physical memory", () => {
  const places = [
    // address               offset
    [RAM,                    0],
    [RAM + 3 * PAGE - 1,     3 * PAGE - 1],
    [RAM + 3 * PAGE,         -1],
    [RAM - 1,                -1],
    [0,                      -1],
    [2 ** 48 - 1,            -1],
  ] as const;
  for (const [address, offset] of places) {
    it(`has 0x${address.toString(16)} ${offset < 0 ? "not in RAM" : `at offset 0x${offset.toString(16)}`}`, () => {
      expect(setUp().physical.offsetOf(address)).to.equal(offset);
    });
  }

  it("is little-endian, for every length", () => {
    const { physical } = setUp();
    physical.write(RAM + 5, Uint8Array.from({ length: 16 }, (_, i) => 0x11 * i));
    for (let length = 1; length <= 16; length++) {
      const bits = BigInt(8 * length);
      expect(physical.load(RAM + 5, length)).to.equal(0xffee_ddcc_bbaa_9988_7766_5544_3322_1100n & ((1n << bits) - 1n));
    }
  });

  it("stores as many bytes as are asked for", () => {
    const { physical } = setUp();
    for (let length = 1; length <= 16; length++) {
      physical.bytes.fill(0xa5);
      physical.store(RAM + 7, length, 0xffee_ddcc_bbaa_9988_7766_5544_3322_1100n);
      const expected = Uint8Array.from({ length: 32 }, (_, i) => (i >= 7 && i < 7 + length ? 0x11 * (i - 7) : 0xa5));
      expect(physical.bytes.slice(0, 32)).to.deep.equal(expected);
    }
  });

  it("lies behind the CPUs' registers in the machine's memory", () => {
    const { physical } = setUp();
    physical.store(RAM, 1, 0x5an);
    expect(new Uint8Array(physical.memory.buffer)[RAM_OFFSET]).to.equal(0x5a);
  });

  describe("cuts what goes to a device into aligned accesses of a power of two", () => {
    const cuts = [
      // at   bytes  accesses
      [0x10,  8,  ["read 8 at 10"]],
      [0x10,  16, ["read 8 at 10", "read 8 at 18"]],
      [0x11,  8,  ["read 1 at 11", "read 2 at 12", "read 4 at 14", "read 1 at 18"]],
      [0x16,  4,  ["read 2 at 16", "read 2 at 18"]],
      [0x13,  1,  ["read 1 at 13"]],
      [0x14,  3,  ["read 2 at 14", "read 1 at 16"]],
    ] as const;
    for (const [at, bytes, accesses] of cuts) {
      it(`${bytes} bytes at 0x${at.toString(16)}`, () => {
        const { bus, physical } = setUp();
        const expected = Array.from({ length: bytes }, (_, i) => BigInt(at + i) << BigInt(8 * i)).reduce((a, b) => a | b);
        expect(physical.load(DEVICE + at, bytes)).to.equal(expected);
        expect(bus.log).to.deep.equal(accesses);
      });
    }

    it("and each store has its part of the value", () => {
      const { bus, physical } = setUp();
      expect(physical.store(DEVICE + 0x12, 6, 0x6655_4433_2211n)).to.equal(true);
      expect(bus.log).to.deep.equal(["write 2 at 12: 2211", "write 4 at 14: 66554433"]);
    });

    it("and says so where nothing is", () => {
      const { physical } = setUp();
      expect(physical.load(DEVICE + 0xfc, 8)).to.equal(undefined);
      expect(physical.store(DEVICE + 0x100, 1, 0n)).to.equal(false);
      expect(new PhysicalMemory(createMemory(PAGE), RAM, PAGE).load(0, 1)).to.equal(undefined);
    });
  });

  describe("tells who listens of a store", () => {
    it("to a marked page, before it, and of no other", () => {
      const { physical } = setUp();
      const heard: string[] = [];
      physical.marks[1] = SNAPSHOT;
      physical.onMarkedStore((page, offset, length) => {
        heard.push(`page ${page}: ${length} at ${offset.toString(16)}, ${physical.bytes[offset]}`);
      });
      physical.store(RAM + 0x10, 4, 1n);
      physical.store(RAM + 0x1010, 4, 1n);
      physical.write(RAM + 0x2010, Uint8Array.of(1));
      expect(heard).to.deep.equal(["page 1: 4 at 1010, 0"]);
    });

    it("once for each marked page that it touches", () => {
      const { physical } = setUp();
      const pages: number[] = [];
      physical.marks.fill(CODE);
      physical.onMarkedStore((page) => pages.push(page));
      physical.write(RAM + PAGE - 1, new Uint8Array(PAGE + 2));
      expect(pages).to.deep.equal([0, 1, 2]);
    });

    it("and takes a watch away, whose owner may put it back", () => {
      const { physical } = setUp();
      physical.marks[0] = WATCHED | CODE;
      physical.store(RAM, 1, 0n);
      expect(physical.marks[0]).to.equal(CODE);
      physical.onMarkedStore((page) => { physical.marks[page]! |= WATCHED; });
      physical.store(RAM, 1, 0n);
      expect(physical.marks[0]).to.equal(WATCHED | CODE);
    });
  });

  it("refuses to be written where it is not, and not to be whole pages", () => {
    const { physical } = setUp();
    expect(() => physical.write(RAM + 3 * PAGE - 1, Uint8Array.of(1, 2))).to.throw(Bug, "0x40002fff is not RAM");
    expect(() => new PhysicalMemory(createMemory(PAGE), 0x800, PAGE)).to.throw(Bug);
    physical.write(0, new Uint8Array());
  });
});
