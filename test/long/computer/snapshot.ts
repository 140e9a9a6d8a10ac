// A snapshot in the middle of Linux's start: loaded in another process, the machine ends in the state in which it would
// have been anyway.

import { expect } from "chai";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dialogue } from "../../cli/dialogue";
import { o2pBoot, ours } from "./computers";
import { linuxOn } from "./linux";
import { PATIENCE } from "./linux-session";

/** Instructions: Linux has come to its drivers. */
const MIDDLE = 150_000_000;
const END = 250_000_000;

export async function trySnapshot(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "o2p-snapshot-"));
  try {
    const file = (name: string): string => join(dir, name);
    const setup = linuxOn(2, 3);
    await toItsEnd(ours({ ...setup, ours: ["--stop-after", String(END), "--save", file("straight")] }));
    await toItsEnd(ours({ ...setup, ours: ["--stop-after", String(MIDDLE), "--save", file("middle")] }));
    await toItsEnd(o2pBoot(["--load", file("middle"), "--stop-after", String(END - MIDDLE), "--save", file("resumed")]));
    expect(hash(file("resumed"))).to.equal(hash(file("straight")));
    console.log(`a snapshot of ${(statSync(file("middle")).size / 2 ** 20).toFixed(1)} MiB at ${MIDDLE} instructions; at ${END}, both machines are ${hash(file("straight")).slice(0, 16)}`);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function toItsEnd(computer: Dialogue): Promise<void> {
  try {
    expect(await computer.ended(PATIENCE), computer.complaints).to.equal(0);
  } finally {
    await computer.kill();
  }
}

const hash = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
