// GDB before a board of two CPUs: each is a thread. CPU 0 switches CPU 1 on (PSCI), and both count.

import { expect } from "chai";
import { debuggable } from "../../../src/host/computer/debuggable";
import { Computer } from "../../../src/host/computer/computer";
import { Debugger } from "../../../src/machine/cpu/stepping/debugger";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { gdbSession, gdbVersion } from "../gdb/gdb";
import { itWith } from "../../installed";

const ENTRY = 0x4008_0000;
const PROGRAM = `
        mov   w0, #0xc4000000       // 0x40080000
        add   w0, w0, #3            // 0x40080004  CPU_ON
        mov   x1, #1                // 0x40080008
        adr   x2, second            // 0x4008000c
        mov   x3, #77               // 0x40080010
        hvc   #0                    // 0x40080014
first:  add   x5, x5, #1            // 0x40080018
        b     first                 // 0x4008001c
second: add   x6, x0, #1            // 0x40080020  77 + 1
        add   x7, x7, #1            // 0x40080024
        b     second                // 0x40080028
`;

function stepping(): Debugger {
  const computer = new Computer({ description: { ramBytes: 0x20_0000, cpus: 2, gic: 2 }, outside: { serial: () => undefined } });
  const { bytes } = new Assembler(standardDecoder()).assemble(PROGRAM, BigInt(ENTRY));
  computer.board.start({ segments: [{ address: ENTRY, bytes }], entry: BigInt(ENTRY), x0: 0n });
  return new Debugger(debuggable(computer.board, []));
}

const where = (address: string): string => `0x00000000${address} in ?? ()`;

describe("GDB before a board", () => {
  itWith("gdb-multiarch", gdbVersion() !== undefined)("stops both CPUs, and steps the one that is chosen", async function () {
    this.timeout(60_000);
    const printed = await gdbSession(stepping(), [
      "break *0x40080024", "continue", "print $x6", "print $_thread", "info threads",
      "delete", "stepi", "thread 1", "stepi", "print $_thread", "thread 2", "reverse-stepi", "print $_thread",
    ]);
    const said = printed.slice(printed.findIndex((line) => line.startsWith("Breakpoint 1 at"))).join("\n");
    expect(said).to.include("Thread 2 hit Breakpoint 1, 0x0000000040080024 in ?? ()\n$1 = 78\n$2 = 2");
    expect(said).to.match(/ {2}1 +Thread 1 +0x00000000400800(?:18|1c) in \?\? \(\)\n\* 2 +Thread 2 +0x0000000040080024/);
    expect(said).to.include(where("40080028"));
    expect(said).to.match(/\[Switching to thread 1 .*\n.*\n0x00000000400800(?:18|1c) in \?\? \(\)\n\$3 = 1/);
  });
});
