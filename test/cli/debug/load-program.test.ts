// What comes into memory, and where.

import { expect } from "chai";
import { loadProgram } from "../../../src/cli/debug/load-program";
import { UserFault } from "../../../src/base/fault";
import { buildElf } from "../../formats/elf/build-elf";

const OPTIONS = { base: 0x1000n, ram: 0x1000 };
const assembly = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("loadProgram", () => {
  it("puts an ELF file's segments at their addresses, and SP at the end of RAM", () => {
    const { machine, symbols } = loadProgram("good", buildElf(), OPTIONS);
    const { pc, state, physical } = machine.current;
    expect(physical.base).to.equal(0x40_0000);
    expect(symbols.nearest(symbols.addressOf("main")! + 4n)).to.equal("<main+0x4>");
    expect(state.x[31]).to.equal(BigInt(physical.base + physical.size));
    expect(physical.offsetOf(Number(pc))).to.be.greaterThanOrEqual(0);
  });

  it("starts assembly text at _start, or else at its beginning", () => {
    expect(loadProgram("a.s", assembly("nop\n_start: nop\n"), OPTIONS).machine.current.pc).to.equal(0x1004n);
    expect(loadProgram("a.S", assembly("nop\nmain: nop\n"), OPTIONS).machine.current.pc).to.equal(0x1000n);
  });

  it("takes anything else as it is", () => {
    const { machine } = loadProgram("flat.bin", Uint8Array.of(1, 2, 3, 4, 5), { base: 0x1ff0n, ram: 0 });
    const { base, size, bytes } = machine.physical;
    expect([base, size, [...bytes.subarray(0xff0, 0xff6)]]).to.deep.equal([0x1000, 0x1000, [1, 2, 3, 4, 5, 0]]);
    expect(machine.current.pc).to.equal(0x1ff0n);
  });

  const faults = [
    // name       contents                                          fault
    ["empty",     Uint8Array.of(),                                  "empty: is empty: there is nothing to run"],
    ["bad.s",     assembly("nop\n frob x0\n"),                      "bad.s:2:2: "],
    ["object.o",  buildElf({ header: { e_type: 1 } }),              "object.o: is not linked yet"],
    ["intel",     buildElf({ header: { e_machine: 62 } }),          "intel: an ELF file for x86-64"],
    ["huge",      buildElf({ segment: { p_memsz: 1n << 32n } }),    "huge: would need 4294971392 bytes of RAM"],
    ["high",      buildElf({ segment: { p_vaddr: 1n << 50n } }),    "high: reaches to "],
  ] as const;
  for (const [name, contents, fault] of faults) {
    it(`refuses ${name}`, () => {
      expect(() => loadProgram(name, contents, OPTIONS)).to.throw(UserFault).with.property("message").that.satisfies((text: string) => text.startsWith(fault));
    });
  }
});
