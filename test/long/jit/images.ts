// Debian's kernel and U-Boot as the trials boot them.

import { readFileSync } from "node:fs";
import type { Software } from "../../machine/jit/boots";
import { image } from "../computer/images";

/** Behind its prompt the shell asks the terminal where the cursor is. */
export const SHELL = /built-in shell \(ash\)[^]*?\n# /;

export function linux(cpus = 1): Software {
  return {
    image: readFileSync(image("linux")), initrd: readFileSync(image("initramfs")), memory: 256, cpus, pace: 1_000_000,
    bootargs: "console=ttyAMA0 nokaslr cryptomgr.notests", end: SHELL,
  };
}

export const uBoot = (): Software => ({
  firmware: readFileSync(image("u-boot")), memory: 128, pace: 100_000,
  conversation: [[/Hit any key to stop autoboot/, " "], [/\n=> $/, "version\r"], [/\n=> $/, "md.b 0 40\r"], [/\n=> $/, "poweroff\r"]],
});
