// Programs whose pages are scattered, so that going on to the next page of RAM finds the wrong instruction.

import { expect } from "chai";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { type Cause, GuestException } from "../../../src/machine/cpu/exception";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import type { Purpose, Translation } from "../../../src/machine/cpu/translation";
import { assembleLine } from "../../../src/machine/decoder/assembler";

const PAGES = 8;
const LAST = 0xffff_ffff_ffff_f000n;

class Map48 implements Translation {
  readonly pages = new Map<bigint, number>([[0x1000n, 3], [0x2000n, 1], [0x10_1000n, 5], [LAST, 6], [0n, 7], [0x5000n, 4 * PAGES]]);
  asked = 0;

  translate(address: bigint, purpose: Purpose) {
    this.asked++;
    const page = this.pages.get(address & ~0xfffn);
    if (page !== undefined) return { page: page * PAGE, device: false };
    const fault = { kind: "translation", level: 2 } as const;
    throw new GuestException(purpose === "fetch"
      ? { kind: "instruction abort", address, fault }
      : { kind: "data abort", address, write: purpose === "write", fault });
  }
}

/** Lines of assembly at virtual addresses. */
function setUp(lines: readonly (readonly [address: bigint, line: string])[]) {
  const physical = new PhysicalMemory(createMemory(PAGES * PAGE), 0, PAGES * PAGE);
  const translation = new Map48();
  for (const [address, line] of lines) {
    const page = translation.pages.get(address & ~0xfffn)!;
    physical.view.setUint32(page * PAGE + Number(address & 0xfffn), assembleLine(line, address), true);
  }
  const cpu = new Cpu({ physical, translation });
  cpu.pc = lines[0]![0];
  return { cpu, physical, translation };
}

const abort = (address: bigint): Cause => ({ kind: "instruction abort", address, fault: { kind: "translation", level: 2 } });

describe("Fetching", () => {
  it("goes on in the next virtual page, wherever that is", () => {
    const { cpu } = setUp([[0x1ffcn, "add x0, x0, #1"], [0x2000n, "add x0, x0, #2"]]);
    expect(cpu.run(2).kind).to.equal("limit");
    expect([cpu.state.x[0], cpu.pc]).to.deep.equal([3n, 0x2004n]);
  });

  it("goes on at address 0 behind the last page", () => {
    const { cpu } = setUp([[LAST + 0xffcn, "add x0, x0, #1"], [0n, "add x0, x0, #2"]]);
    expect(cpu.run(2).kind).to.equal("limit");
    expect([cpu.state.x[0], cpu.pc]).to.deep.equal([3n, 4n]);
  });

  it("branches backwards over address 0", () => {
    const { cpu } = setUp([[0n, "b #-4"], [LAST + 0xffcn, "add x0, x0, #1"]]);
    cpu.run(2);
    expect([cpu.state.x[0], cpu.pc]).to.deep.equal([1n, 0n]);
  });

  it("tells pages apart whose numbers share a place in what it remembers", () => {
    const { cpu } = setUp([[0x1000n, "ldr x1, #16"], [0x1004n, "br x1"], [0x10_1000n, "add x0, x0, #16"], [0x10_1004n, "br x2"], [0x1008n, "add x0, x0, #1"]]);
    cpu.physical.view.setBigUint64(3 * PAGE + 16, 0x10_1000n, true);
    cpu.state.x[2] = 0x1008n;
    cpu.run(5);
    expect(cpu.state.x[0]).to.equal(17n);
  });

  it("asks the translation once for each page, until flush()", () => {
    const { cpu, translation } = setUp([[0x1ff8n, "add x0, x0, #1"], [0x1ffcn, "nop"], [0x2000n, "b #-8"]]);
    cpu.run(300);
    expect(translation.asked).to.equal(2);
    translation.pages.set(0x2000n, 2);
    cpu.flush();
    const stop = cpu.run(300);
    expect(stop).to.deep.equal({ kind: "exception", cause: { kind: "undefined", word: 0 } });
    expect([translation.asked, cpu.pc]).to.deep.equal([4, 0x2000n]);
  });

  const lost = [
    // at          instruction  x1        cause of the stop, when PC is there                                            PC
    [0x2ffcn,     "nop",        0n,       abort(0x3000n),                                                               0x3000n],
    [0x1000n,     "br x1",      0x8000n,  abort(0x8000n),                                                               0x8000n],
    [0x1000n,     "br x1",      0x1002n,  { kind: "PC alignment", address: 0x1002n },                                   0x1002n],
    [0x1000n,     "br x1",      0x8001n,  { kind: "PC alignment", address: 0x8001n },                                   0x8001n],
    [0x1000n,     "ret x1",     0x2003n,  { kind: "PC alignment", address: 0x2003n },                                   0x2003n],
    [0x1000n,     "br x1",      0x5004n,  { kind: "instruction abort", address: 0x5004n, fault: { kind: "external" } }, 0x5004n],
    [0x1000n,     "br x1",      1n << 63n, abort(1n << 63n),                                                            1n << 63n],
  ] as const;
  for (const [at, instruction, x1, cause, pc] of lost) {
    it(`behind ${instruction} at 0x${at.toString(16)}, X1 = 0x${x1.toString(16)}: ${cause.kind}, again and again`, () => {
      const { cpu } = setUp([[at, instruction]]);
      cpu.state.x[1] = x1;
      expect(cpu.run(1)).to.deep.equal({ kind: "limit" });
      for (let i = 0; i < 3; i++) {
        expect(cpu.run(100)).to.deep.equal({ kind: "exception", cause });
        expect([cpu.pc, cpu.retired]).to.deep.equal([pc, 1]);
      }
    });
  }
});
