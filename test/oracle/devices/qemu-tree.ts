// The device tree that QEMU makes for its board, recorded and live.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { bug } from "../../../src/base/bug";

export const GICS = [2, 3] as const;
export type Gic = (typeof GICS)[number];

/** The board that is asked about. */
export const CPUS = 4;
export const RAM_MIB = 256;
export const BOOTARGS = "console=ttyAMA0";
const INITRD_BYTES = 5000;

export const recordedFile = (gic: Gic): string => join(__dirname, "recorded", `virt-gicv${gic}.dtb.gz`);

export const recordedTree = (gic: Gic): Uint8Array => gunzipSync(readFileSync(recordedFile(gic)));

export function treeByQemu(gic: Gic): Uint8Array {
  const directory = mkdtempSync(join(tmpdir(), "o2p-tree-"));
  try {
    const file = (name: string, bytes = new Uint8Array(0)): string => {
      writeFileSync(join(directory, name), bytes);
      return join(directory, name);
    };
    const blob = file("blob");
    const { status, stderr } = spawnSync("qemu-system-aarch64", [
      "-machine", `virt,gic-version=${gic},dumpdtb=${blob}`, "-cpu", "max", "-smp", String(CPUS), "-m", String(RAM_MIB), "-nodefaults", "-nic", "none",
      "-display", "none", "-kernel", file("kernel", new Uint8Array(64)), "-initrd", file("initrd", new Uint8Array(INITRD_BYTES)), "-append", BOOTARGS,
    ], { encoding: "utf8" });
    if (status !== 0) bug(`qemu-system-aarch64: ${stderr}`);
    return readFileSync(blob);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
