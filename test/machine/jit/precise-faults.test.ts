// A fault in compiled code leaves the registers as the manual says: as the instructions before it have made them.

import { expect } from "chai";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { createJit } from "../../../src/machine/jit/jit";

/** Behind the program's fault, on compiled code. X1 is an address that nothing is at. */
function faulted(program: string): Cpu {
  const jit = createJit({ hasSystem: false, isEager: true });
  const physical = new PhysicalMemory(createMemory(PAGE, jit.bytesFor(1)), 0, PAGE);
  const code = new CodeCache(physical);
  const cpu = new Cpu({ physical, code, ...jit.install({ physical, code, cpus: 1 })(0) });
  physical.write(0, new Assembler(standardDecoder()).assemble(program, 0n).bytes);
  cpu.state.x[0] = 0xe9n;
  cpu.state.x[1] = 0x10_0000n;
  expect(cpu.run(100).kind).to.equal("exception");
  expect(jit.statistics.instructions).to.be.greaterThan(0);
  return cpu;
}

describe("a fault in compiled code", () => {
  it("leaves what was written to the load's register before it", () => {
    const { pc, state } = faulted("mov x0, #5\n ldr x0, [x1]");
    expect([pc, state.x[0]]).to.deep.equal([4n, 5n]);
  });

  it("leaves a post-indexed base as it was", () => {
    const { pc, state } = faulted("add x1, x1, #8\n str x0, [x1], #16");
    expect([pc, state.x[1]]).to.deep.equal([4n, 0x10_0008n]);
  });
});
