// A short program on a CPU of chapter 2, with an engine or without.

import { CodeCache } from "../../../../src/machine/cpu/code-cache";
import { Cpu } from "../../../../src/machine/cpu/cpu";
import { createMemory } from "../../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { createJit } from "../../../../src/machine/jit/jit";
import type { JitParts } from "../../../../src/machine/jit/parts";

const RAM = 0x4000_0000;
const RAM_BYTES = 0x1_0000;
const LIMIT = 10_000;

/** X0 to X30 in the end, and why it ended. Without `parts`, it is interpreted. */
export function runProgram(source: string, parts?: Partial<JitParts>): { readonly x: readonly bigint[]; readonly stop: string } {
  const jit = parts === undefined ? undefined : createJit({ hasSystem: false, parts });
  const physical = new PhysicalMemory(createMemory(RAM_BYTES, jit?.bytesFor(1)), RAM, RAM_BYTES);
  physical.write(RAM, new Assembler(standardDecoder()).assemble(source, BigInt(RAM)).bytes);
  const code = new CodeCache(physical);
  const installed = jit?.install({ physical, code, cpus: 1 });
  const cpu = new Cpu({ physical, code, ...(installed !== undefined && installed(0)) });
  cpu.privilege = { level: 1, uao: false, pan: false };
  cpu.pc = BigInt(RAM);
  const { kind } = cpu.run(LIMIT);
  return { x: [...cpu.state.x.slice(0, 31)], stop: kind };
}

/** It adds 1 five hundred times, changes the 1 to a 2, and adds that as often: 1,500 in X3. */
export const PATCHES_ITSELF = `
        movz x2, #1000
        movz x3, #0
        movz x5, #500
        adr  x0, patch
again:  cmp  x2, x5
        b.eq change
patch:  movz x1, #1
        add  x3, x3, x1
        sub  x2, x2, #1
        cbnz x2, again
end:    b    end
change: ldr  w4, [x0]
        add  w4, w4, #0x20
        str  w4, [x0]
        movz x5, #0
        b    again
`;

/** The same load, again and again from RAM's last eight bytes, and then from four further on. */
export const LEAVES_RAM = `
        movz x1, #0x4001, lsl #16
        movz x2, #1000
        movz x6, #8
        movz x7, #4
again:  cmp  x2, #5
        csel x4, x7, x6, eq
        sub  x3, x1, x4
        ldr  x5, [x3]
        sub  x2, x2, #1
        cbnz x2, again
end:    b    end
`;
