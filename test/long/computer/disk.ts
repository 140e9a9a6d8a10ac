// A disk: Linux mounts an ext4 file system, fills a file, starts again and reads it back; fsck finds nothing wrong.

import { expect } from "chai";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ours } from "./computers";
import { quickLinuxOn } from "./linux";
import { PATIENCE, switchOff, untilShell } from "./linux-session";

const DISK_BYTES = 64 * 2 ** 20;
const FILE_MIB = 16;

export async function tryDisk(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "o2p-disk-"));
  try {
    const disk = join(dir, "disk.img");
    writeFileSync(disk, "");
    truncateSync(disk, DISK_BYTES);
    execFileSync("mke2fs", ["-q", "-t", "ext4", disk]);
    await writeAndReadBack(disk);
    const { status, stdout } = spawnSync("e2fsck", ["-f", "-n", disk], { encoding: "utf8" });
    expect(status, `e2fsck: ${stdout}`).to.equal(0);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function writeAndReadBack(disk: string): Promise<void> {
  const computer = ours({ ...quickLinuxOn(1, 2), disk });
  try {
    await untilShell(computer);
    const written = await run("mount /dev/vda /mnt && dd if=/dev/urandom of=/mnt/file bs=1M count=16 && sha256sum /mnt/file && sync");
    computer.type("reboot\r");
    await untilShell(computer);
    const read = await run("mount /dev/vda /mnt && stat -c %s /mnt/file && sha256sum /mnt/file && umount /mnt");
    expect(read).to.contain(`\n${hashIn(written)}  /mnt/file\n`).and.to.contain(String(FILE_MIB * 2 ** 20));
    expect(await switchOff(computer), computer.complaints).to.equal(0);
    console.log(`${FILE_MIB} MiB on ext4, written, and read back after a restart: ${hashIn(read).slice(0, 16)}`);
  } finally {
    await computer.kill();
  }

  async function run(command: string): Promise<string> {
    const { output, status } = await computer.run(command, PATIENCE);
    expect(status, output).to.equal(0);
    return `\n${output}`;
  }
}

const hashIn = (text: string): string => /\b[0-9a-f]{64}\b/.exec(text)![0];
