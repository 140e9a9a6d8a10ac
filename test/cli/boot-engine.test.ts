// o2p boot --engine: the same machine, whatever executes.

import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COURSE_ROOT } from "../../src/course/root";
import { inThisProcess, o2p } from "./o2p";

const IMAGE = join(COURSE_ROOT, "chapters/05-exceptions/files/exceptions.s");
/** As QEMU prints it. */
const TRANSCRIPT = readFileSync(join(COURSE_ROOT, "test/machine/exceptions/transcript.txt"), "utf8");

/** Adds up 1 to 200,000, prints a letter and switches the machine off: hot enough to be compiled. */
const SUM = `
        mov   x0, #0
        mov   x1, #0x0d40
        movk  x1, #3, lsl #16       // 200,000
again:  add   x0, x0, x1
        subs  x1, x1, #1
        b.ne  again
        mov   x2, #0x09000000
        mov   w3, #'S'
        str   w3, [x2]
        mov   w0, #0x84000000
        add   w0, w0, #8
        hvc   #0
`;

describe("o2p boot --engine", () => {
  let dir: string;
  let sum: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), "o2p-boot-engine-"));
    sum = join(dir, "sum.s");
    writeFileSync(sum, SUM);
  });
  after(() => rmSync(dir, { recursive: true }));

  const statistic = (stderr: string, name: string): string => new RegExp(`^ *${name} {2,}(.*)$`, "m").exec(stderr)?.[1] ?? "";
  const count = (text: string): number => Number(text.replaceAll(",", ""));

  for (const engine of ["interpreter", "jit", "lockstep"]) {
    it(`prints what QEMU prints: ${engine}`, () => {
      expect(o2p(["boot", "--engine", engine, IMAGE])).to.deep.equal({ status: 0, stdout: TRANSCRIPT, stderr: "" });
    });
  }

  it("comes to the same state on both, after as many instructions, and says what was compiled", () => {
    const [right, ours] = ["interpreter", "jit"].map((engine) => o2p(["boot", "--engine", engine, "--stats", sum]));
    expect([ours!.status, ours!.stdout, right!.stdout]).to.deep.equal([0, "S", "S"]);
    for (const name of ["instructions", "state", "machine's time"]) {
      expect(statistic(right!.stderr, name), name).to.not.equal("");
      expect(statistic(ours!.stderr, name), name).to.equal(statistic(right!.stderr, name));
    }
    expect(statistic(ours!.stderr, "compiled")).to.match(/^[\d,]+ blocks in [\d,]+ regions, [\d,]+ instructions$/);
    expect(statistic(ours!.stderr, "modules")).to.match(/^[\d,]+, [\d,]+ bytes$/);
    expect(statistic(ours!.stderr, "functions invalidated")).to.match(/^[\d,]+; all let go 0 times$/);
    expect(count(statistic(ours!.stderr, "interpreted, not compiled"))).to.be.within(1, 1000);
    for (const name of ["compiled code", "interpreting", "compiling", "assembling", "elsewhere"]) expect(statistic(ours!.stderr, name), name).to.match(/^\d+\.\d\d$/);
    expect(right!.stderr).to.not.include("modules");
  });

  it("interprets what is traced, and prints the same trace", () => {
    const traces = ["interpreter", "jit"].map((engine) => o2p(["boot", "--engine", engine, "--trace", "psci,mmio:pl011,code:0x40080000-0x40080004", sum]));
    expect(traces[1]).to.deep.equal(traces[0]);
    expect(traces[0]!.stderr).to.include("SYSTEM_OFF");
  });

  const faults: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [["--engine", "turbo"],                                   /'--engine <engine>' argument 'turbo' is invalid\. Give interpreter, jit or lockstep\./],
    [["--engine", "lockstep", "--gdb", "0"],                  /--engine lockstep: leave out --gdb; give it with --engine jit/],
    [["--engine", "lockstep", "--time", "host"],              /--engine lockstep: leave out --time host/],
    [["--engine", "lockstep", "--load", "x.snapshot"],        /--engine lockstep: leave out --load/],
    [["--engine", "lockstep", "--disk", "x.img"],             /--disk x\.img: add ,snapshot or ,readonly; in lockstep/],
  ];
  for (const [args, message] of faults) {
    it(`says in a line what is wrong: ${args.join(" ")}`, async () => {
      const { status, stderr } = await inThisProcess(["boot", sum, ...args], dir);
      expect({ status, lines: stderr.trimEnd().split("\n").length }).to.deep.equal({ status: 2, lines: 1 });
      expect(stderr).to.match(/^o2p: /).and.to.match(message);
    });
  }
});
