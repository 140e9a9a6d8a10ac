// What a program finds on its stack (System V ABI): argc, argv, the environment, the auxiliary vector.

import { expect } from "chai";
import { EXIT, runGuest } from "./guest";

/** Finds an entry of the auxiliary vector: its value in X0. */
const auxiliary = (tag: number) => `
  ldr x1, [sp]
  add x1, sp, x1, lsl #3
  add x1, x1, #16
1: ldr x2, [x1], #8
  cbnz x2, 1b
2: ldp x2, x0, [x1], #16
  cbz x2, 3f
  cmp x2, #${tag}
  b.ne 2b
3:`;

const print = (address: string) => `${address}\nmov x2, #0\n4: ldrb w3, [x1, x2]\nadd x2, x2, #1\ncbnz w3, 4b\nmov x0, #1\nmov x8, #64\nsvc #0\nmov x0, #0\n${EXIT}`;

describe("host/user: the stack", () => {
  const values = [
    // entry                        assembly                                                status
    ["argc",                        "ldr x0, [sp]",                                         2],
    ["a null behind the arguments", "ldr x0, [sp, #24]",                                    0],
    ["the stack is aligned",        "mov x0, sp\nand x0, x0, #15",                          0],
    ["AT_PAGESZ",                   `${auxiliary(6)}\nlsr x0, x0, #12`,                     1],
    ["AT_PHNUM",                    auxiliary(5),                                           2],
    ["AT_PHDR",                     `${auxiliary(3)}\nldr w1, [x0]\nsub x0, x0, #1024, lsl #12\nadd x0, x0, x1`, 65],
    ["AT_ENTRY",                    `${auxiliary(9)}\nsub x0, x0, #1024, lsl #12`,               0xb0],
    ["AT_UID",                      `${auxiliary(11)}\nlsr x0, x0, #3`,                     125],
    ["AT_CLKTCK",                   auxiliary(17),                                          100],
    ["AT_SECURE",                   auxiliary(23),                                          0],
    ["no AT_SYSINFO_EHDR",          auxiliary(33),                                          0],
    // HWCAP_FP, ASIMD, AES, PMULL, SHA1, SHA2, CRC32: bits 0, 1, 3 to 7. EVTSTRM (2) is not there.
    ["AT_HWCAP<7:0>",               `${auxiliary(16)}\nand x0, x0, #255`,                   0xfb],
    ["no HWCAP_CPUID (bit 11)",     `${auxiliary(16)}\nubfx x0, x0, #11, #1`,               0],
  ] as const;

  for (const [what, source, status] of values) {
    it(`${what}: ${status}`, () => expect(runGuest(`${source}\n${EXIT}`, { args: ["guest", "an argument"], env: ["A=B"] }).status).to.equal(status));
  }

  const texts = [
    ["argv[1]",     "ldr x1, [sp, #16]",                   "an argument\0"],
    ["envp[0]",     "ldr x1, [sp, #32]",                   "A=B\0"],
    ["AT_PLATFORM", `${auxiliary(15)}\nmov x1, x0`,        "aarch64\0"],
  ] as const;

  for (const [what, source, text] of texts) {
    it(`${what}: ${JSON.stringify(text)}`, () =>
      expect(runGuest(print(source), { args: ["guest", "an argument"], env: ["A=B"] }).stdout).to.equal(text));
  }

  it("AT_RANDOM's bytes are the same in every run", () => {
    const source = `${auxiliary(25)}\nmov x1, x0\nmov x0, #1\nmov x2, #16\nmov x8, #64\nsvc #0\nmov x0, #0\n${EXIT}`;
    const [first, second] = [runGuest(source), runGuest(source)];
    expect(first.stdout).to.have.lengthOf(16);
    expect(second).to.deep.equal(first);
  });
});
