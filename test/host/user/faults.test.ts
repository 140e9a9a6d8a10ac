// What a program does wrong ends it, as Linux would: with a signal, and 128 and its number for a shell.

import { expect } from "chai";
import { EXIT, runGuest } from "./guest";

describe("host/user: faults", () => {
  const cases = [
    // what                              assembly                                              status     what the host says
    ["a load from nowhere",              "mov x1, #16\nldr x0, [x1]",                          128 + 11,  "guest: segmentation fault: data abort: read, translation fault at 0x10, PC 0x4000b4"],
    ["a store into the text",            "adr x1, 0x4000b0\nstr x0, [x1]",                     128 + 11,  "guest: segmentation fault: data abort: write, permission fault at 0x4000b0, PC 0x4000b4"],
    ["a jump into the data",             "ldr x1, =data\nbr x1",                               128 + 11,  "guest: segmentation fault: instruction abort: permission fault at 0x500000, PC 0x500000"],
    ["a jump to nowhere",                "mov x1, #4096\nbr x1",                               128 + 11,  "guest: segmentation fault: instruction abort: translation fault at 0x1000, PC 0x1000"],
    ["a jump between two words",         "mov x1, #4098\nbr x1",                               128 + 7,   "guest: bus error: PC alignment: 0x1002, PC 0x1002"],
    ["an address beyond 39 bits",        "mov x1, #0x8000000000\nldr x0, [x1]",                128 + 11,  "guest: segmentation fault: data abort: read, translation fault at 0x8000000000, PC 0x4000b4"],
    ["an exclusive load, not aligned",   "ldr x1, =data\nadd x1, x1, #1\nldxr x0, [x1]",       128 + 7,   "guest: bus error: data abort: read, alignment fault at 0x500001, PC 0x4000b8"],
    ["a stack pointer, not aligned",     "sub sp, sp, #8\nldr x0, [sp]",                       128 + 7,   "guest: bus error: SP alignment, PC 0x4000b4"],
    ["no instruction",                   ".word 0xffffffff",                                   128 + 4,   "guest: illegal instruction: undefined instruction 0xffffffff, PC 0x4000b0"],
    ["an instruction of EL1",            "msr daifset, #2",                                    128 + 4,   "guest: illegal instruction: undefined instruction 0xd50342df, PC 0x4000b0"],
    ["a register of EL1",                "mrs x0, sctlr_el1",                                  128 + 4,   "guest: illegal instruction: undefined instruction 0xd5381000, PC 0x4000b0"],
    ["a call of a hypervisor",           "hvc #0",                                             128 + 4,   "guest: illegal instruction: HVC #0x0, PC 0x4000b4"],
    ["a breakpoint",                     "brk #3",                                             128 + 5,   "guest: trace or breakpoint trap: BRK #0x3, PC 0x4000b0"],
    ["a stack without end",              "str x0, [sp, #-16]!\nb 0x4000b0",                    128 + 11,  "guest: segmentation fault: data abort: write, translation fault at 0x7fff7efff0, PC 0x4000b0"],
  ] as const;

  for (const [what, source, status, report] of cases) {
    it(`${what}: status ${status}`, () => {
      const outcome = runGuest(`${source}\n${EXIT}`);
      expect([outcome.status, outcome.reports]).to.deep.equal([status, [report]]);
    });
  }

  it("a tag in an address's top byte is the program's own", () => {
    const tagged = "ldr x1, =data\nmov x2, #7\nstr x2, [x1]\nmovk x1, #0xab00, lsl #48\nldr x0, [x1]\n";
    expect(runGuest(tagged + EXIT).status).to.equal(7);
  });

  it("more memory than there is ends the program, and says what to do", () => {
    const greedy = "mov x0, #0\nmov x1, #0x10000000\nmov x2, #3\nmov x3, #0x22\nmov x4, #-1\nmov x5, #0\nmov x8, #222\nsvc #0\n" +
      "1: str x0, [x0]\nadd x0, x0, #1, lsl #12\nb 1b\n";
    const { status, reports } = runGuest(greedy);
    expect([status, reports]).to.deep.equal([128 + 9, ["guest: out of memory: there are 16 MiB; give more with --memory MIB"]]);
  });
});
