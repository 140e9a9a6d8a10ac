// An instruction at a time, or as many as one likes: what the guest sees is the same. Where run() could be late to look up,
// written as programs; bad-guests.test.ts tries the same with programs at random.

import { expect } from "chai";
import { createMemory } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { createProcessor, type Processor } from "../../../src/machine/exceptions/processor";

const RAM = 0x4000_0000;
const BYTES = 0x4000;
const DEVICE = 0x0900_0000;

/** A processor with a device that asks for an IRQ from when 1 is stored to it, or it is read. */
function processorWith(program: string): Processor {
  let asks = false;
  const physical = new PhysicalMemory(createMemory(BYTES), RAM, BYTES, {
    read: (address) => {
      if (address !== DEVICE) return undefined;
      asks = true;
      return 0n;
    },
    write: (address, _, value) => {
      if (address === DEVICE) asks = value === 1n;
      return address === DEVICE;
    },
  });
  const source = `adr x0, vectors\n msr VBAR_EL1, x0\n ldr x1, =${DEVICE}\n mov w2, #1\n ${program}\n b .
    .balign 2048\n vectors: .zero 0x200\n b .\n .balign 128\n b .\n .balign 2048`;
  physical.write(RAM, new Assembler(standardDecoder()).assemble(source, BigInt(RAM)).bytes);
  const processor = createProcessor({ physical, lines: () => ({ IRQ: asks, FIQ: false, SError: false }) });
  processor.cpu.pc = BigInt(RAM);
  return processor;
}

describe("An interrupt that a device asks for when it is accessed", () => {
  const cases = [
    // program                                                         ELR_EL1 is behind
    ["msr DAIFClr, #2\n str w2, [x1]\n mov x3, #1\n mov x3, #2",        "str w2, [x1]", 6],
    ["msr DAIFClr, #2\n ldr w4, [x1]\n mov x3, #1\n mov x3, #2",        "ldr w4, [x1]", 6],
    ["str w2, [x1]\n mov x4, #1\n msr DAIFClr, #2\n mov x3, #1",        "msr DAIFClr, #2", 7],
    ["str w2, [x1]\n msr DAIF, xzr\n mov x3, #1\n mov x3, #2",          "msr DAIF, xzr", 6],
  ] as const;

  for (const [program, place, instructions] of cases) {
    for (const limit of [1, 2, 5, 100]) {
      it(`is taken behind ${place}, ${limit} at a time`, () => {
        const { cpu, system } = processorWith(program);
        for (let left = 20; left > 0; left -= limit) cpu.run(Math.min(limit, left));
        expect(system.stored("ELR_EL1")).to.equal(BigInt(RAM + 4 * instructions));
        expect(cpu.state.x[3]).to.equal(0n);
      });
    }
  }
});

describe("An access across two pages", () => {
  it("reports the address where nothing answers: that of its second part", () => {
    // The last page of RAM, as Normal memory, and the one behind it, where there is nothing.
    const table = RAM + 0x2000;
    const { cpu, system } = processorWith(`
      ldr x5, =${table}\n msr TTBR0_EL1, x5\n mov x5, #0xff\n msr MAIR_EL1, x5
      mov x5, #25\n movk x5, #0x80, lsl #16\n msr TCR_EL1, x5
      mrs x5, SCTLR_EL1\n orr x5, x5, #1\n msr SCTLR_EL1, x5
      ldr x5, =${RAM + BYTES - 3}\n ldr x6, [x5]`);
    const block = BigInt(RAM) | 0x701n; // 1 GiB, Normal memory, used.
    cpu.physical.view.setBigUint64(table - RAM + 8 * (RAM / 2 ** 30), block, true);
    cpu.run(40);
    expect(system.stored("ESR_EL1")).to.equal(0x9600_0010n); // EC 0b100101, IL; DFSC: synchronous external abort.
    expect(system.stored("FAR_EL1")).to.equal(BigInt(RAM + BYTES));
  });
});
