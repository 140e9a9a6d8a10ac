// The server before the client that it is for: Debian's gdb-multiarch, on a script. What it prints is what its user
// sees; that the program's third instruction writes 1, 2, 3 to 0x2008 is plain from its text.

import { expect } from "chai";
import { debuggerOf } from "../../machine/cpu/stepping/programs";
import { gdbSession, gdbVersion } from "./gdb";

const COUNTING = `
        mov   x0, #0x2000           // 0x1000
again:  add   x1, x1, #1            // 0x1004
        str   w1, [x0, #8]          // 0x1008
        ldr   x2, [x0]              // 0x100c
        cmp   x1, #3                // 0x1010
        b.ne  again                 // 0x1014
        fmov  d3, #1.5              // 0x1018
        brk   #1                    // 0x101c
`;

const where = (address: string): string => `0x000000000000${address} in ?? ()`;
const watched = (before: number, after: number): string[] =>
  ["Hardware watchpoint 1: *(int*)0x2008", `Old value = ${before}`, `New value = ${after}`];

interface Session {
  readonly title: string;
  readonly commands: readonly string[];
  readonly prints: readonly string[];
}

const SESSIONS: readonly Session[] = [
  {
    title: "steps forwards and backwards",
    commands: ["stepi", "stepi 2", "reverse-stepi", "reverse-stepi 2", "reverse-stepi", "x/2i $pc"],
    prints: [
      where("1004"), where("100c"), where("1008"), where("1000"), "No more reverse-execution history.", where("1000"),
      "=> 0x1000:\tmov\tx0, #0x2000                \t// #8192", "   0x1004:\tadd\tx1, x1, #0x1",
    ],
  },
  {
    title: "stops at breakpoints, both ways",
    commands: [
      "break *0x1010", "continue", "print $x1", "continue", "print $x1", "reverse-continue", "print $x1", "delete",
      "hbreak *0x1018", "continue", "print $x1",
    ],
    prints: [
      "Breakpoint 1 at 0x1010", `Breakpoint 1, ${where("1010")}`, "$1 = 1", `Breakpoint 1, ${where("1010")}`, "$2 = 2",
      `Breakpoint 1, ${where("1010")}`, "$3 = 1", "Hardware assisted breakpoint 2 at 0x1018", `Breakpoint 2, ${where("1018")}`, "$4 = 3",
    ],
  },
  {
    title: "watches what is written, both ways, behind the instruction that writes and before it",
    commands: ["watch *(int*)0x2008", "continue", "continue", "reverse-continue", "reverse-continue", "reverse-continue", "continue"],
    prints: [
      "Hardware watchpoint 1: *(int*)0x2008", ...watched(0, 1), where("100c"), ...watched(1, 2), where("100c"),
      ...watched(2, 1), where("1008"), ...watched(1, 0), where("1008"),
      "No more reverse-execution history.", where("1000"), ...watched(0, 1), where("100c"),
    ],
  },
  {
    title: "watches what is read",
    commands: ["rwatch *(char*)0x2003", "continue", "print $x1"],
    prints: [
      "Hardware read watchpoint 1: *(char*)0x2003", "Hardware read watchpoint 1: *(char*)0x2003", "Value = 0 '\\000'", where("1010"), "$1 = 1",
    ],
  },
  {
    title: "reads and writes registers",
    commands: [
      "print $x7 = 0x8000000000000001", "print/x $x7", "print $sp = 0x3000", "print/x $cpsr = 0x60000000", "info registers cpsr",
      "print $v3.s.u[3] = 7", "print $v3.q.u", "print $fpcr", "break *0x101c", "continue", "print $d3.f", "print $pc = 0x1004", "print $x1",
    ],
    prints: [
      "$1 = -9223372036854775807", "$2 = 0x8000000000000001", "$3 = (void *) 0x3000", "$4 = 0x60000000",
      "cpsr           0x60000000          1610612736", "$5 = 7", "$6 = {554597137599850363154807652352}", "$7 = 0",
      "Breakpoint 1 at 0x101c", `Breakpoint 1, ${where("101c")}`, "$8 = 1.5", "$9 = (void (*)()) 0x1004", "$10 = 3",
    ],
  },
  {
    title: "reads and writes memory, and says where there is none",
    commands: ["set {int}0x2000 = 0x12345678", "x/2xw 0x2000", "set {char}0x1000 = 0", "x/xb 0x1000", "x/xw 0x900000"],
    prints: ["0x2000:\t0x12345678\t0x00000000", "0x1000:\t0x00", "0x900000:\tCannot access memory at address 0x900000"],
  },
  {
    title: "tells why the program stopped",
    commands: ["continue", "print $pc = 0x2000", "continue", "print $pc = 0x800000", "continue", "info threads", "detach"],
    prints: [
      "Program received signal SIGTRAP, Trace/breakpoint trap.", where("101c"), "$1 = (void (*)()) 0x2000",
      "Program received signal SIGILL, Illegal instruction.", where("2000"), "$2 = (void (*)()) 0x800000",
      "Program received signal SIGSEGV, Segmentation fault.", "0x0000000000800000 in ?? ()",
      "Id   Target Id         Frame", "* 1    Thread 1          0x0000000000800000 in ?? ()", "[Inferior 1 (Remote target) detached]",
    ],
  },
];

/** What GDB says of its own accord before the first command, and when it leaves. */
const CHATTER = /^(?:The target architecture is set|warning: No executable|determining executable|0x0{12}1000 in \?\? \(\)$|\[Inferior 1 \(Remote target\) detached\])/;

describe("gdb-multiarch", () => {
  if (gdbVersion() === undefined) {
    it("is not on this machine: the packets have to do, but not in CI", () => expect(process.env["CI"], "CI needs gdb-multiarch").to.equal(undefined));
    return;
  }

  for (const { title, commands, prints } of SESSIONS) {
    it(title, async () => {
      const printed = await gdbSession(debuggerOf(COUNTING), commands);
      const said = printed.map((line) => line.trim()).filter((line) => !CHATTER.test(line));
      const expected = prints.map((line) => line.trim()).filter((line) => !CHATTER.test(line));
      expect(said).to.deep.equal(expected);
    });
  }
});
