// Debian's dtc, the device tree compiler: what it makes of a blob, and of a source.

import { spawnSync } from "node:child_process";

const run = (options: readonly string[], input: string | Uint8Array): ReturnType<typeof spawnSync> => spawnSync("dtc", options, { input });

export const hasDtc = (): boolean => run(["--version"], "").status === 0;

export interface ByDtc {
  readonly output: Uint8Array;
  /** Warnings and errors: nothing, if all is well. */
  readonly complaints: string;
}

const by = ({ status, stdout, stderr }: ReturnType<typeof spawnSync>): ByDtc =>
  ({ output: Uint8Array.from(stdout as Buffer), complaints: `${status === 0 ? "" : `exit status ${status}: `}${String(stderr)}` });

/** The source of a blob. */
export const decompiled = (blob: Uint8Array, ...options: readonly string[]): ByDtc => by(run(["-I", "dtb", "-O", "dts", ...options], blob));

/** The blob of a source. */
export const compiled = (source: string | Uint8Array, ...options: readonly string[]): ByDtc => by(run(["-I", "dts", "-O", "dtb", ...options], source));
