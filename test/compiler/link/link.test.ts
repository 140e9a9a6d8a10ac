// A program of three functions, written by hand, is linked: both machines run its flat image, and LLVM and gdb accept
// its ELF file.

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompiledFunction } from "../../../src/compiler/back/compiled";
import { elfFile } from "../../../src/compiler/link/elf-writer";
import { flatImage } from "../../../src/compiler/link/flat-image";
import { link } from "../../../src/compiler/link/link";
import { stringDatum } from "../../../src/compiler/link/string-datum";
import { BODY } from "../../../src/formats/objects/layout";
import { assembleLine } from "../../../src/machine/decoder/assembler";
import { itWith } from "../../installed";
import { hasQemu, runOnBoard, runOnQemu } from "../machines";

const at = (line: number): { file: string; line: number; column: number } => ({ file: "hello.ts", line, column: 3 });

/** `lines` of assembly, each beside the source line it comes from. */
function compiled(symbol: string, lines: readonly (readonly [line: number, text: string])[], more: Partial<CompiledFunction> = {}): CompiledFunction {
  return {
    symbol, title: symbol.replace(/.*#/, ""), at: at(lines[0]![0]),
    words: Uint32Array.from(lines, ([, text]) => assembleLine(text)),
    lines: lines.map(([line], i) => ({ offset: 4 * i, at: at(line) })).filter((each, i, all) => i === 0 || all[i - 1]!.at.line !== each.at.line),
    relocations: [], frameBytes: 0, prologueBytes: 0, saved: [], handlers: [],
    ...more,
  };
}

const START = compiled("hello.ts#start", [
  [3, "stp x29, x30, [sp, #-32]!"],
  [3, "mov x29, sp"],
  [3, "str x19, [sp, #16]"],
  [4, "adrp x0, 0"],
  [4, "add x0, x0, #0"],
  [4, "bl 0"],
  [5, "ldr x19, [sp, #16]"],
  [5, "ldp x29, x30, [sp], #32"],
  [5, "ret"],
], {
  frameBytes: 32, prologueBytes: 12, saved: [{ register: 19, offset: 16 }],
  relocations: [
    { offset: 12, kind: "ADR_PREL_PG_HI21", symbol: "greeting" },
    { offset: 16, kind: "ADD_ABS_LO12_NC", symbol: "greeting" },
    { offset: 20, kind: "CALL26", symbol: "hello.ts#print" },
  ],
});

/** Of a string's address in X0, writes as many codes as its length says. */
const PRINT = compiled("hello.ts#print", [
  [8, "ldr w1, [x0, #4]"],
  [8, `add x0, x0, #${BODY}`],
  [8, "mov x2, #0x09000000"],
  [9, "cbz w1, 20"],
  [10, "ldrb w3, [x0], #1"],
  [10, "strb w3, [x2]"],
  [9, "sub w1, w1, #1"],
  [9, "b -16"],
  [11, "ret"],
]);

const ENTRY = {
  symbol: "_start", title: "_start", at: at(1), uses: { start: "hello.ts#start", stack: "link/stack-end" },
  text: ["ldr x0, =stack", "mov sp, x0", "mov x29, #0", "bl start", "ldr x0, =0x84000008", "hvc #0", ".ltorg", ""].join("\n"),
};

const LINKED = link({
  base: 0x4020_0000n, functions: [START, PRINT], assembly: [ENTRY],
  data: [stringDatum("greeting", "hello, linker\n")], classes: [], regions: [{ name: "stack", bytes: 65536 }, { name: "heap", bytes: 65536 }],
});
const ELF = elfFile(LINKED, "hello.ts", "_start");

describe("A linked program", () => {
  let directory = "";
  const run = (command: string, ...args: string[]): string => {
    const { stdout, stderr, status } = spawnSync(command, args, { encoding: "utf8", cwd: directory });
    expect(`${status}${stderr}`, `${command} ${args.join(" ")}: ${stdout}`).to.equal("0");
    return stdout;
  };
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "o2p-link-"));
    writeFileSync(join(directory, "x.elf"), ELF);
  });
  after(() => { rmSync(directory, { recursive: true }); });

  it("prints on our machine and on QEMU's, and is switched off", () => {
    const image = flatImage(LINKED);
    expect(runOnBoard(image).printed).to.equal("hello, linker\n");
    if (hasQemu()) expect(runOnQemu(image)).to.equal("hello, linker\n");
  });

  itWith("llvm-readelf")("is read by llvm-readelf without a warning", () => {
    expect(run("llvm-readelf", "-a", "x.elf")).to.match(/FUNC +GLOBAL DEFAULT +1 hello\.ts#print/);
  });

  itWith("llvm-objdump")("is taken apart by llvm-objdump, with the names of what is called", () => {
    expect(run("llvm-objdump", "-d", "x.elf")).to.match(/bl\t0x[0-9a-f]+ <hello\.ts#print>/);
  });

  itWith("llvm-dwarfdump")("has DWARF that llvm-dwarfdump verifies", () => {
    expect(run("llvm-dwarfdump", "--verify", "x.elf")).to.contain("No errors.");
    const lines = run("llvm-dwarfdump", "--debug-line", "x.elf");
    expect(lines).to.match(/ +10 +3 +1 +0 +0 +is_stmt/);
    expect(run("llvm-dwarfdump", "--debug-frame", "x.elf")).to.contain("DW_CFA_def_cfa: W29 +32");
  });

  itWith("gdb-multiarch")("gives gdb functions and lines", () => {
    const said = run("gdb-multiarch", "-batch", "-nx", "-ex", "info line hello.ts:4", "-ex", "info symbol 0x40200060", "x.elf");
    expect(said).to.match(/Line 4 of "hello.ts" starts at address 0x[0-9a-f]+ <start\+12>/);
  });

  it("has the tables of a stack trace: a record for each function, packed", () => {
    const { address } = LINKED.symbols.find(({ name }) => name === "link/trace")!;
    const rodata = LINKED.sections.find(({ name }) => name === ".rodata")!;
    const bytes = rodata.bytes.subarray(Number(address - rodata.address));
    expect(Buffer.from(bytes.subarray(0, 4)).toString("latin1")).to.equal("trac");
    const length = bytes[4]!;
    const codes = (text: string): number[] => [...Buffer.from(text)];
    expect(bytes[8], "pairs").to.equal(0);
    expect([...bytes.subarray(12, length)]).to.deep.equal([
      // words on, bytes, 2 * in common + 1, the rest of the title, in common, the rest of the file; lines
      16, 19, 1, 6, ...codes("_start"), 0, 8, ...codes("hello.ts"), 1,
      10, 10, 0, 5, ...codes("start"), 3, (3 << 4) | 8, (3 << 4) | 8,
      // Line 9 is a test and a jump: nothing of it can stop.
      9, 10, 0, 5, ...codes("print"), 8, (4 << 4) | 9, (4 << 4) | 8,
    ]);
  });
});
