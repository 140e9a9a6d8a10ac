// The CPU remembers where pages are, and so what may be done with them (virtual-memory.ts, fetcher.ts). A program changes
// the rights behind its back; what it is told then is the manual's: ESR_EL1's classes 0x25, a data abort at EL1, and 0x21, an
// instruction abort; status codes 0x0f, permission fault at level 3, and 0x21, alignment; bit 6, a write.

import { expect } from "chai";
import { createMemory } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { createProcessor, type Processor } from "../../../src/machine/exceptions/processor";

const RAM = 0x4000_0000;
const BYTES = 0x1_0000;
/** Tables of levels 1, 2 and 3. */
const [TABLE_1, TABLE_2, TABLE_3] = [RAM + 0x8000, RAM + 0x9000, RAM + 0xa000];
/** EL0 may write to one page, and read the one behind it; the third is EL1's alone. In X20 to X22. */
const [WRITABLE, READABLE, KERNELS] = [RAM + 0xb000, RAM + 0xc000, RAM + 0xd000];
const START = `ldr x20, =${WRITABLE}\n ldr x21, =${READABLE}\n ldr x22, =${KERNELS}\n adr x0, vectors\n msr VBAR_EL1, x0
  mov x9, #0x300000\n msr CPACR_EL1, x9\n ldr x9, =${TABLE_1}\n msr TTBR0_EL1, x9\n mov x9, #0xff\n msr MAIR_EL1, x9
  mov x9, #25\n movk x9, #0x80, lsl #16\n msr TCR_EL1, x9\n mrs x9, SCTLR_EL1\n orr x9, x9, #1\n msr SCTLR_EL1, x9`;

function run(program: string, pace: number): Processor {
  const physical = new PhysicalMemory(createMemory(BYTES), RAM, BYTES);
  const source = `${START}\n ${program}\n b .\n .balign 2048\n vectors: .zero 0x200\n b .\n .balign 2048`;
  physical.write(RAM, new Assembler(standardDecoder()).assemble(source, BigInt(RAM)).bytes);
  const set = (address: number, value: bigint): void => { physical.view.setBigUint64(address - RAM, value, true); };
  set(TABLE_1 + 8, BigInt(TABLE_2) | 3n);
  set(TABLE_2, BigInt(TABLE_3) | 3n);
  for (let page = RAM; page < RAM + BYTES; page += 0x1000) {
    const rights = page === WRITABLE ? 0x743n : page === READABLE ? 0x7c3n : 0x703n;
    set(TABLE_3 + 8 * ((page - RAM) / 0x1000), BigInt(page) | rights);
  }
  const processor = createProcessor({ physical });
  processor.cpu.pc = BigInt(RAM);
  for (let left = 60; left > 0; left -= pace) processor.cpu.run(pace);
  return processor;
}

/** Sets, or clears, bits of SCTLR_EL1. */
const sctlr = (operation: "orr" | "bic", bits: number): string => `mrs x9, SCTLR_EL1\n mov x10, #${bits}\n ${operation} x9, x9, x10\n msr SCTLR_EL1, x9`;

const WXN = sctlr("orr", 0x8_0000);

const cases = [
  // program                                                                        ESR_EL1          FAR_EL1
  ["ldr x2, [x20]\n msr PAN, #1\n ldr x2, [x20]",                                   0x9600_000fn,    WRITABLE],
  ["str x2, [x20]\n msr PAN, #1\n str x2, [x20]",                                   0x9600_004fn,    WRITABLE],
  ["ldr x2, [x20]\n msr PAN, #1\n msr PAN, #0\n ldr x2, [x20]",                     0n,              0],
  ["ldr x2, [x20]\n msr PAN, #1\n ldtr x2, [x20]\n sttr x2, [x20]",                 0n,              0],
  ["msr UAO, #1\n ldtr x2, [x22]\n msr UAO, #0\n ldtr x2, [x22]",                   0x9600_000fn,    KERNELS],
  ["msr UAO, #1\n ldtr x2, [x20]\n msr PAN, #1\n ldtr x2, [x20]",                   0x9600_000fn,    WRITABLE],
  ["ldr x2, [x22]\n ldtr x2, [x22]",                                                0x9600_000fn,    KERNELS],
  ["ldtr x2, [x21]\n sttr x2, [x21]",                                               0x9600_004fn,    READABLE],
  ["ldr x2, [x21]\n str x2, [x21]",                                                 0x9600_004fn,    READABLE],
  // An atomic access is a read where it could not read, and else a write.
  ["ldr x2, [x21]\n ldadd x2, x3, [x21]",                                           0x9600_004fn,    READABLE],
  ["ldadd x2, x3, [x20]\n msr PAN, #1\n ldadd x2, x3, [x20]",                       0x9600_000fn,    WRITABLE],
  ["ldxr x2, [x21]\n stxr w3, x2, [x21]",                                           0x9600_004fn,    READABLE],
  ["ldr x2, [x21]\n dc zva, x21",                                                   0x9600_004fn,    READABLE],
  [`ldur x2, [x22, #2]\n ${sctlr("orr", 2)}\n ldur x2, [x22, #2]`,                  0x9600_0021n,    KERNELS + 2],
  // A pair need only be aligned to one of its two.
  [`${sctlr("orr", 2)}\n ldp x2, x3, [x22, #8]\n ldp w2, w3, [x22, #4]`,            0n,              0],
  [`${sctlr("orr", 2)}\n add x1, x22, #8\n ldr q2, [x1]`,                           0x9600_0021n,    KERNELS + 8],
  // Without the MMU, memory is a device.
  [`ldur x2, [x22, #2]\n ${sctlr("bic", 1)}\n ldur x2, [x22, #2]`,                  0x9600_0021n,    KERNELS + 2],
  // Across pages, the address is where it goes wrong.
  ["str x2, [x20]\n sub x1, x21, #4\n stur x2, [x1]",                               0x9600_004fn,    READABLE],
  ["str x2, [x22]\n sub x1, x22, #4\n stur x2, [x1]",                               0x9600_004fn,    KERNELS - 4],
  ["msr PAN, #1\n sub x1, x22, #8\n stp x2, x3, [x1]",                              0x9600_004fn,    KERNELS - 8],
] as const;

describe("Rights that change behind a page that is remembered", () => {
  for (const [program, esr, far] of cases) {
    it(program.replaceAll(/\n */g, "; "), () => {
      for (const pace of [1, 60]) {
        const { system } = run(program, pace);
        expect([system.stored("ESR_EL1"), system.stored("FAR_EL1")]).to.deep.equal([esr, BigInt(far)]);
      }
    });
  }

  it("count for the very page that is executed", () => {
    for (const pace of [1, 60]) {
      const { system } = run(`${WXN}\n behind: nop`, pace);
      // The vectors are not executable either: it is their address, and they take the fault again and again.
      expect(system.stored("ESR_EL1")).to.equal(0x8600_000fn);
      expect(system.stored("FAR_EL1")).to.equal(BigInt(RAM + 0xa00));
    }
  });

  it("leave memory as it is where part of a store is refused", () => {
    const { cpu } = run("mov x2, #-1\n sub x1, x21, #4\n stur x2, [x1]", 60);
    expect(cpu.physical.view.getBigUint64(READABLE - 8 - RAM, true)).to.equal(0n);
  });
});
