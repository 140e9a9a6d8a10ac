// Makes test/cli/listings/recorded: the ELF files and what llvm-objdump of LLVM 14 prints of them.
//
//   npx ts-node test/cli/listings/record.ts
//
// Needs llvm-mc, yaml2obj-14 and llvm-objdump.

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ORACLE_MATTR } from "../../oracle/llvm";
import { RECORDED, SOURCES, VARIANTS, recordedText } from "./variants";

function record(): void {
  rmSync(RECORDED, { recursive: true, force: true });
  mkdirSync(RECORDED);
  for (const source of SOURCES) {
    const [path, elf] = [join(__dirname, source), join(RECORDED, source.replace(/\.\w+$/, ".elf"))];
    if (source.endsWith(".s")) execFileSync("llvm-mc", ["-triple=aarch64", "-mattr=+lse", "-filetype=obj", path, "-o", elf]);
    else execFileSync("yaml2obj-14", [path, "-o", elf]);
  }
  for (const [file, llvm] of VARIANTS) {
    const args = ["-d", `--${ORACLE_MATTR}`, ...llvm.split(" ").filter((word) => word !== ""), file];
    writeFileSync(recordedText(file, llvm), execFileSync("llvm-objdump", args, { cwd: RECORDED, stdio: ["ignore", "pipe", "inherit"] }));
  }
}

if (require.main === module) record();
