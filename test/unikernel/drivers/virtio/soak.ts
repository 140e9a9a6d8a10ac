// The block driver at work, on our board and on QEMU, beside the model: npx ts-node
// test/unikernel/drivers/virtio/soak.ts [--megabytes 64] [--seed 1]

import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { Board } from "../../../../src/machine/board/board";
import { prepareBoot } from "../../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../../src/machine/board/loaders/load-image";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import { kernelImage } from "./kernel-image";
import { type SoakOrder, soakOrder } from "./soak-model";

const RAM_BYTES = 64 << 20;
/** For 64 MiB, ten times what it takes. */
const LIMIT = 10_000_000_000;
const LONGEST_RUN_MS = 600_000;

export interface SoakRun {
  /** From the service's own first line on. */
  readonly prints: string;
  readonly disk: Uint8Array;
}

/** Without what the boot says. */
function ownLines(output: string): string {
  const text = output.replaceAll("\r\n", "\n");
  return text.slice(Math.max(0, text.search(/^\d+ sectors, order/m)));
}

export function soakOnBoard(image: Uint8Array, { before }: SoakOrder): SoakRun {
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2 } as const;
  const disk = before.slice();
  let output = "";
  const serial = (byte: number): void => { output += String.fromCharCode(byte); };
  const board = new Board({ description, outside: { serial, disks: [new MemoryDisk(disk)] } });
  board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
  const stop = board.run(LIMIT);
  return { prints: ownLines(board.isOff ? output : `${output}(not switched off: ${stop.kind})`), disk };
}

export function soakOnQemu(image: Uint8Array, { before }: SoakOrder): SoakRun {
  const directory = mkdtempSync(join(tmpdir(), "o2p-soak-"));
  try {
    const [kernel, disk, serial] = ["soak.img", "disk", "serial"].map((name) => join(directory, name)) as [string, string, string];
    writeFileSync(kernel, image);
    writeFileSync(disk, before);
    const { status, stderr } = spawnSync("qemu-system-aarch64", [
      "-machine", "virt", "-cpu", "cortex-a57", "-m", String(RAM_BYTES >> 20), "-nodefaults", "-display", "none", "-no-reboot",
      "-global", "virtio-mmio.force-legacy=false", "-serial", `file:${serial}`, "-kernel", kernel,
      "-drive", `if=none,file=${disk},format=raw,id=d`, "-device", "virtio-blk-device,drive=d",
    ], { timeout: LONGEST_RUN_MS, encoding: "utf8" });
    const output = readFileSync(serial, "latin1");
    return { prints: ownLines(status === 0 ? output : `${output}(not switched off: ${stderr})`), disk: readFileSync(disk) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export const digestOf = (disk: Uint8Array): string => createHash("sha256").update(disk).digest("hex");

/** Whether both did as the model does. */
function compare(megabytes: number, seed: number): boolean {
  const order = soakOrder(seed, megabytes);
  const image = kernelImage();
  console.log(`the model: ${digestOf(order.after)}\n${order.prints}`);
  return ([["our machine", soakOnBoard], ["QEMU", soakOnQemu]] as const).map(([name, run]) => {
    const { prints, disk } = run(image, order);
    const isEqual = prints === order.prints && digestOf(disk) === digestOf(order.after);
    console.log(isEqual ? `${name}: equal` : `${name}: ${digestOf(disk)}\n${prints}`);
    return isEqual;
  }).every((isEqual) => isEqual);
}

if (require.main === module) {
  const { megabytes, seed } = new Command()
    .option("--megabytes <n>", "of requests", "64").option("--seed <n>", "not 0", "1")
    .parse().opts<{ megabytes: string; seed: string }>();
  process.exitCode = compare(Number(megabytes), Number(seed)) ? 0 : 1;
}
