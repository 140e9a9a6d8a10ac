// Programs in a memory that is a device, as a flash is: every word is fetched over the bus.

import { expect } from "chai";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { type Bus, PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const FLASH = 0x10_0000;
const BYTES = 2 * PAGE;

/** A CPU with RAM at 0, and a flash whose words the test can change. */
function setUp(program: string, at = 0) {
  const words = new DataView(new ArrayBuffer(BYTES));
  const { bytes } = new Assembler(standardDecoder()).assemble(program, BigInt(FLASH + at));
  bytes.forEach((byte, i) => { words.setUint8(at + i, byte); });
  const isInside = (address: number): boolean => address >= FLASH && address < FLASH + BYTES;
  const bus: Bus = {
    read: (address, length) => (isInside(address) && length === 4 ? BigInt(words.getUint32(address - FLASH, true)) : undefined),
    write: (address, _length, value) => {
      if (isInside(address)) words.setUint32(address - FLASH, Number(value), true);
      return isInside(address);
    },
  };
  const cpu = new Cpu({ physical: new PhysicalMemory(createMemory(PAGE), 0, PAGE, bus) });
  cpu.pc = BigInt(FLASH + at);
  return { cpu, words };
}

describe("A program in a memory that is not RAM", () => {
  it("runs, and loops", () => {
    const { cpu } = setUp("mov x0, #5\n loop: add x1, x1, x0\n subs x0, x0, #1\n b.ne loop");
    expect(cpu.run(16)).to.deep.equal({ kind: "limit" });
    expect([cpu.state.x[1], cpu.pc]).to.deep.equal([15n, BigInt(FLASH + 16)]);
  });

  it("goes on in the next page", () => {
    const { cpu } = setUp("mov x0, #1\n mov x1, #2\n mov x2, #3", PAGE - 4);
    cpu.run(3);
    expect([cpu.state.x[0], cpu.state.x[1], cpu.state.x[2], cpu.pc]).to.deep.equal([1n, 2n, 3n, BigInt(FLASH + PAGE + 8)]);
  });

  it("finds what was written to a word that has been executed before", () => {
    const { cpu } = setUp("mov x2, x1\n adr x3, 0x100000\n str w4, [x3]\n b 0x100000");
    cpu.state.x[1] = 7n;
    cpu.state.x[4] = 0xd2800122n; // mov x2, #9
    cpu.run(5);
    expect(cpu.state.x[2]).to.equal(9n);
  });

  it("finds what a device made of a word meanwhile", () => {
    const { cpu, words } = setUp("mov x0, #1\n b 0x100000");
    cpu.run(2);
    words.setUint32(0, 0xd2800040, true); // mov x0, #2
    cpu.run(1);
    expect(cpu.state.x[0]).to.equal(2n);
  });

  it("ends in an external abort where no device answers", () => {
    const { cpu } = setUp("nop", BYTES - 4);
    const fault = { kind: "external" };
    const address = BigInt(FLASH + BYTES);
    expect(cpu.run(2)).to.deep.equal({ kind: "exception", cause: { kind: "instruction abort", address, fault } });
    expect([cpu.pc, cpu.retired]).to.deep.equal([address, 1]);
  });
});
