// o2p run and o2p explain, as a reader runs them.

import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ET_REL } from "../../src/formats/elf/constants";
import { ELF_HEADER } from "../../src/formats/elf/structures";
import { call, elfOf, EXIT } from "../host/user/guest";
import { o2p } from "./o2p";

const HELLO = join(__dirname, "../../chapters/01-decoder/files/hello");
const X86_64 = 62;

describe("o2p run", () => {
  let directory = "";
  before(() => { directory = mkdtempSync(join(tmpdir(), "o2p-run-")); });
  after(() => { rmSync(directory, { recursive: true }); });

  /** The path of a file of `bytes`. */
  function file(bytes: Uint8Array): string {
    const path = join(directory, "guest");
    writeFileSync(path, bytes);
    return path;
  }

  const patched = (field: keyof typeof ELF_HEADER, value: number): Uint8Array => {
    const bytes = elfOf(EXIT);
    new DataView(bytes.buffer).setUint16(ELF_HEADER[field][0], value, true);
    return bytes;
  };

  it("runs chapter 1's program, whose status is the number of ones in its first word", () => {
    expect(o2p(["run", HELLO])).to.deep.equal({ status: 24, stdout: "hello from the first opcode\n", stderr: "" });
  });

  it("gives the program what stands behind it, options too", () => {
    const path = file(elfOf("ldr x1, [sp, #16]\nmov x0, #1\nmov x2, #3\nmov x8, #64\nsvc #0\nldr x0, [sp]\n" + EXIT));
    expect(o2p(["run", path, "--x", "--memory"])).to.deep.equal({ status: 3, stdout: "--x", stderr: "" });
  });

  it("gives the program its input", () => {
    const path = file(elfOf(`${call(63, 0, "data", 100)}\nmov x2, x0\nmov x0, #1\nldr x1, =data\nmov x8, #64\nsvc #0\n${EXIT}`));
    expect(o2p(["run", path], "input")).to.deep.equal({ status: 5, stdout: "input", stderr: "" });
  });

  it("ends as a shell says that a program ended: 128 and the signal, and why", () => {
    const path = file(elfOf("ldr x0, [xzr]\n".replace("xzr", "x0")));
    expect(o2p(["run", path])).to.deep.equal({
      status: 139, stdout: "", stderr: "o2p: guest: segmentation fault: data abort: read, translation fault at 0x0, PC 0x4000b0\n",
    });
  });

  it("prints system calls, and counts instructions", () => {
    const path = file(elfOf(`${call(172)}\n${EXIT}`));
    expect(o2p(["run", "--strace", "--count", path]).stderr)
      .to.equal("100 getpid() = 100\n100 exit(100) = ?\no2p: 6 instructions\n");
  });

  const faults = [
    // what                     arguments                                                   what it says
    ["a missing file",          () => ["no/such"],                                          "no/such: no such file"],
    ["a directory",             () => [directory],                                          "DIR: is a directory"],
    ["no ELF file",             () => [file(Buffer.from("#!/bin/sh\n"))],                   "DIR/guest: not an ELF file: it does not begin with 7f 45 4c 46"],
    ["another machine's",       () => [file(patched("e_machine", X86_64))],                 "DIR/guest: an ELF file for x86-64 (e_machine is 62 at 0x12); AArch64 is 183"],
    ["an object file",          () => [file(patched("e_type", ET_REL))],                    "DIR/guest: no program: e_type is 1 at 0x10, neither ET_EXEC (2) nor ET_DYN (3); link it first"],
    ["no program",              () => [],                                                   "missing required argument 'program'"],
    ["too much memory",         () => ["--memory", "4096", HELLO],                          "option '--memory <mib>' argument '4096' is invalid. Give a number from 16 to 2048."],
    ["an unknown option",       () => ["--fast", HELLO],                                    "unknown option '--fast'"],
  ] as const;

  for (const [what, args, says] of faults) {
    it(`${what}: one line, and status 2`, () => {
      const { status, stdout, stderr } = o2p(["run", ...args()]);
      expect({ status, stdout, stderr: stderr.replaceAll(directory, "DIR") }).to.deep.equal({ status: 2, stdout: "", stderr: `o2p: ${says}\n` });
    });
  }
});

describe("o2p explain", () => {
  const cases = [
    [["0x91000420"], "0x91000420   add x0, x1, #1\nrow    ADD (immediate) (Add/subtract (immediate))\ndoes   x0 = x1 + 1\n"],
    [["add", "x0,", "x1,", "#1"], "0x91000420   add x0, x1, #1\nrow    ADD (immediate) (Add/subtract (immediate))\ndoes   x0 = x1 + 1\n"],
    [["--at", "0x1000", "b", "0x1010"], "0x14000004   b 0x1010\nrow    B (Unconditional branch (immediate))\ndoes   PC = 0x1010\n"],
    [["pacga", "x0,", "x1,", "x2"], "0x9ac23020   pacga x0, x1, x2\nrow    PACGA (Data-processing (2 source))\ndoes   Undefined instruction exception: it needs FEAT_PAuth, which this machine has not\n"],
    [["ffffffff"], "0xffffffff   <unknown>\ndoes   Undefined instruction exception: no encoding matches\n"],
    [["0xd503233f"], "0xd503233f   paciasp\nrow    PACIASP (Hints)\ndoes   nothing\nnote   a hint of FEAT_PAuth: to a processor without it, a NOP\n"],
  ] as const;

  for (const [args, stdout] of cases) {
    it(args.join(" "), () => expect(o2p(["explain", ...args])).to.deep.equal({ status: 0, stdout, stderr: "" }));
  }

  it("no instruction: one line, and status 2", () => {
    expect(o2p(["explain", "addx", "x0"])).to.deep.equal({ status: 2, stdout: "", stderr: "o2p: 1:1: unknown mnemonic addx\n" });
  });
});
