// The kernels as gcc compiles them, as flat images.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = [
  "-ffreestanding", "-fno-builtin", "-nostdlib", "-static", "-mgeneral-regs-only", "-fno-toplevel-reorder",
  "-Wl,-Ttext=0x40200000", "-Wl,--build-id=none",
];

const GCC = "aarch64-linux-gnu-gcc";

export const hasGcc = (): boolean => spawnSync(GCC, ["--version"]).status === 0;

export function compileByGcc(source: string, level: "-O1" | "-O2"): Uint8Array {
  const directory = mkdtempSync(join(tmpdir(), "o2p-gcc-"));
  try {
    const [elf, image] = [join(directory, "k.elf"), join(directory, "k.img")];
    execFileSync(GCC, [level, ...FLAGS, "-o", elf, source]);
    execFileSync("aarch64-linux-gnu-objcopy", ["-O", "binary", elf, image]);
    return new Uint8Array(readFileSync(image));
  } finally {
    rmSync(directory, { recursive: true });
  }
}
