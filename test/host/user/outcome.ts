// A case, carried out: by this course's host, and by QEMU.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutputBytes, InputBytes } from "../../../src/host/user/byte-streams";
import { NodeFiles } from "../../../src/host/user/node-files";
import { UserHost } from "../../../src/host/user/user-host";
import type { ProgramCase } from "./cases";
import { pathOf, ROOT } from "./programs";

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  /** As a shell has it: 128 and the signal that ended the program. */
  readonly status: number;
}

export const QEMU = "/usr/bin/qemu-aarch64-static";

export const hasQemu = (): boolean => existsSync(QEMU);

/** What QEMU is called when a recording says where it comes from. */
export const qemuVersion = (): string => /version (\S+)/.exec(spawnSync(QEMU, ["--version"], { encoding: "utf8" }).stdout)![1]!;

/** busybox's commands that the scripts use; each is a program in bin/. */
const APPLETS = (
  "[ awk base64 basename bc bunzip2 bzip2 cat chmod cksum cmp cp crc32 cut echo expr false find grep gzip head kill ln ls md5sum mkdir mv od " +
  "paste printf rev rm sed seq sha1sum sha256sum sha3sum sha512sum sleep sort stat sum tail tar test touch tr true uniq wc xargs yes"
).split(" ");

const INSTRUCTIONS = 2_000_000_000;

export function ours(each: ProgramCase): Outcome {
  return inDirectory((directory, env) => {
    const taken: Record<"/dev/stdout" | "/dev/stderr", Uint8Array[]> = { "/dev/stdout": [], "/dev/stderr": [] };
    const output = (name: keyof typeof taken) => new OutputBytes(name, (bytes) => taken[name].push(bytes.slice()));
    const host = new UserHost({
      files: new NodeFiles(ROOT), identity: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }, memoryMiB: 128,
    });
    const standard = [new InputBytes(inputOf(each)), output("/dev/stdout"), output("/dev/stderr")];
    host.start({ path: pathOf(each.program), args: [each.program, ...each.args], env }, directory, standard);
    const ending = host.run(INSTRUCTIONS);
    const text = (name: keyof typeof taken) => Buffer.concat(taken[name]).toString("latin1");
    const status = ending === undefined ? -1 : ending.kind === "exited" ? ending.status : 128 + ending.signal;
    return { stdout: text("/dev/stdout"), stderr: text("/dev/stderr"), status };
  }, pathOf("busybox"));
}

export function qemus(each: ProgramCase): Outcome {
  return inDirectory((directory, env) => {
    const options = { cwd: directory, env: Object.fromEntries(env.map((line) => line.split("=") as [string, string])) };
    const { stdout, stderr, status, error } = spawnSync(QEMU, ["-L", ROOT, "-0", each.program, pathOf(each.program), ...each.args], {
      ...options, input: inputOf(each), encoding: "latin1", maxBuffer: 1 << 26,
    });
    if (error !== undefined) throw error;
    return { stdout, stderr, status: status ?? -1 };
  }, `${QEMU} ${pathOf("busybox")}`);
}

const inputOf = ({ input }: ProgramCase): Uint8Array =>
  input === undefined ? new Uint8Array() : readFileSync(join(__dirname, "scripts", input));

/** A directory of its own, with the commands in bin/: scripts that `interpreter` executes. */
function inDirectory(work: (directory: string, env: string[]) => Outcome, interpreter: string): Outcome {
  const directory = mkdtempSync(join(tmpdir(), "o2p-user-"));
  try {
    const [bin, cwd] = [join(directory, "bin"), join(directory, "cwd")];
    for (const each of [bin, cwd]) mkdirSync(each);
    for (const applet of APPLETS) {
      writeFileSync(join(bin, applet), `#!${interpreter}\n`);
      chmodSync(join(bin, applet), 0o755);
    }
    return work(cwd, [`PATH=${bin}`, "LC_ALL=C", "TZ=UTC"]);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
