// Two processors of one machine: they share memory, decoded code and the Inner Shareable domain, and nothing else.

import { expect } from "chai";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { createMemory, EVENT } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { createProcessor, type Processor } from "../../../src/machine/exceptions/processor";
import { InnerShareable } from "../../../src/machine/mmu/inner-shareable";

const RAM = 0x4000_0000;
const BYTES = 0x1_0000;
/** Tables of levels 1, 2 and 3, and a page of data. */
const [TABLE_1, TABLE_2, TABLE_3, DATA] = [RAM + 0x8000, RAM + 0x9000, RAM + 0xa000, RAM + 0xb000];
/** Normal memory, used, for EL1; what leads to it. */
const PAGE_BITS = 0x703n;
const LEAD = 3n;

/** The machine, its processors at the beginnings of their programs. */
function pairOf(...programs: readonly [string, string]): { readonly physical: PhysicalMemory; readonly processors: readonly Processor[] } {
  const physical = new PhysicalMemory(createMemory(BYTES), RAM, BYTES);
  const code = new CodeCache(physical);
  const innerShareable = new InnerShareable();
  const processors = [0, 1].map((index): Processor => createProcessor({
    physical, index, code, innerShareable,
    sendEvent: () => { for (const { exceptions } of processors) exceptions.signalEvent(); },
  }));
  programs.forEach((program, i) => {
    const at = RAM + 0x1000 * i;
    physical.write(at, new Assembler(standardDecoder()).assemble(`${program}\n b .`, BigInt(at)).bytes);
    processors[i]!.cpu.pc = BigInt(at);
  });
  return { physical, processors };
}

const MMU_ON = `ldr x9, =${TABLE_1}\n msr TTBR0_EL1, x9\n mov x9, #0xff\n msr MAIR_EL1, x9
  mov x9, #25\n movk x9, #0x80, lsl #16\n msr TCR_EL1, x9\n mrs x9, SCTLR_EL1\n orr x9, x9, #1\n msr SCTLR_EL1, x9`;

/** Maps RAM's pages where they are. */
function map(physical: PhysicalMemory): void {
  const set = (address: number, value: bigint): void => { physical.view.setBigUint64(address - RAM, value, true); };
  set(TABLE_1 + 8, BigInt(TABLE_2) | LEAD);
  set(TABLE_2, BigInt(TABLE_3) | LEAD);
  for (let page = 0; page < BYTES / 0x1000; page++) set(TABLE_3 + 8 * page, BigInt(RAM + 0x1000 * page) | PAGE_BITS);
}

describe("Two processors", () => {
  it("have numbers, which MPIDR_EL1 tells", () => {
    const { processors } = pairOf("mrs x0, MPIDR_EL1", "mrs x0, MPIDR_EL1");
    for (const { cpu } of processors) cpu.run(1);
    expect(processors.map(({ cpu }) => cpu.state.x[0]! & 0xffn)).to.deep.equal([0n, 1n]);
  });

  for (const [operation, isHeard] of [["VAAE1IS", true], ["VMALLE1IS", true], ["VAAE1", false], ["VMALLE1", false]] as const) {
    const operand = operation.startsWith("VA") ? ", x4" : "";
    it(`${isHeard ? "hear" : "do not hear"} the other's TLBI ${operation}`, () => {
      const load = `ldr x1, =${DATA}\n ldr x2, [x1]`;
      const { physical, processors } = pairOf(
        `${MMU_ON}\n ${load}\n ldr x2, [x1]`,
        `ldr x3, =${TABLE_3 + 8 * 11}\n str xzr, [x3]\n ldr x4, =${DATA / 0x1000}\n tlbi ${operation}${operand}`,
      );
      map(physical);
      const [first, second] = processors as readonly [Processor, Processor];
      first.cpu.run(12); // Up to behind the first load.
      expect(first.cpu.state.x[1]).to.equal(BigInt(DATA));
      second.cpu.run(4);
      first.cpu.run(1);
      // EC: a data abort at EL1; DFSC: translation fault, level 3.
      expect(first.system.stored("ESR_EL1")).to.equal(isHeard ? 0x9600_0007n : 0n);
    });
  }

  it("take each other's watch of an address away with a store", () => {
    const { processors } = pairOf(
      `ldr x1, =${DATA}\n ldxr x2, [x1]\n stxr w3, x1, [x1]\n ldxr x2, [x1]\n stxr w4, x1, [x1]`,
      `ldr x1, =${DATA}\n str xzr, [x1]`,
    );
    const [first, second] = processors as readonly [Processor, Processor];
    first.cpu.run(2);
    second.cpu.run(2);
    first.cpu.run(3);
    expect([first.cpu.state.x[3], first.cpu.state.x[4]]).to.deep.equal([1n, 0n]);
    expect(first.cpu.state.levels[EVENT]).to.equal(1n); // To lose a watch is an event.
  });

  it("wake each other with SEV", () => {
    const { processors } = pairOf("wfe\n mov x0, #1", "sev");
    const [first, second] = processors as readonly [Processor, Processor];
    expect(first.cpu.run(5).kind).to.equal("waiting");
    second.cpu.run(1);
    expect(first.cpu.state.levels[EVENT]).to.equal(1n);
  });

  it("see the code that the other stores, also in the page that they are in", () => {
    const { processors } = pairOf(
      "loop: mov x0, #1\n b loop",
      `ldr x1, =${RAM}\n ldr w2, =0xd2800040\n str w2, [x1]`, // MOV X0, #2
    );
    const [first, second] = processors as readonly [Processor, Processor];
    first.cpu.run(10);
    second.cpu.run(3);
    first.cpu.run(2);
    expect(first.cpu.state.x[0]).to.equal(2n);
  });
});
