// QEMU's user-mode emulator, the authority on what instructions do, as a function from requests to answers.
//
// 1. Hints that belong to pointer authentication are NOPs to our machine, so QEMU's CPU is without it.
// 2. Each request starts from the same window, with no exclusive monitor set.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bug } from "../../../src/base/bug";
import { UserFault } from "../../../src/base/fault";
import { harnessFile } from "./harness";
import { type Answer, COUNT, type MemoryChange, RECORD_BYTES, State } from "./state";

const QEMU = "qemu-aarch64-static";
export const QEMU_CPU = "max,pauth=off,sve=off,sme=off";
/** Requests sent to one process. */
const BATCH = 20_000;
const LONGEST_RUN_MS = 120_000;

export interface Request {
  readonly words: readonly number[];
  /** Before the first of them. Its PC, signal and count are not used. */
  readonly state: State;
}

/** "qemu-aarch64 version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)", or undefined where there is none. */
export function qemuVersion(): string | undefined {
  try {
    return execFileSync(QEMU, ["--version"], { encoding: "utf8" }).split("\n")[0];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** What QEMU makes of each request. */
export function qemuAnswers(window: Uint8Array, requests: readonly Request[]): Answer[] {
  const directory = mkdtempSync(join(tmpdir(), "o2p-oracle-"));
  try {
    const harness = join(directory, "harness");
    writeFileSync(harness, harnessFile());
    chmodSync(harness, 0o755);
    const answers: Answer[] = [];
    for (let i = 0; i < requests.length; i += BATCH) {
      const batch = requests.slice(i, i + BATCH);
      const { status, signal, stdout, stderr, error } = spawnSync(QEMU, ["-cpu", QEMU_CPU, harness], {
        input: written(window, batch), maxBuffer: 2 ** 30, timeout: LONGEST_RUN_MS,
      });
      if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
        throw new UserFault(`there is no ${QEMU}: apt-get install qemu-user-static`);
      }
      if (error !== undefined) throw error;
      if (status !== 0) bug(`${QEMU} ended with ${status ?? signal}: ${String(stderr)}`);
      answers.push(...read(stdout, batch.length));
    }
    return answers;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function written(window: Uint8Array, requests: readonly Request[]): Uint8Array {
  const codeBytes = (words: readonly number[]): number => 8 * Math.ceil(words.length / 2);
  const size = requests.reduce((sum, { words }) => sum + RECORD_BYTES + codeBytes(words), window.length);
  const input = new Uint8Array(size);
  input.set(window);
  let at = window.length;
  for (const { words, state } of requests) {
    const record = new State(input.buffer, at);
    record.bytes.set(state.bytes);
    record.set(COUNT, BigInt(words.length));
    new Uint32Array(input.buffer, at + RECORD_BYTES, words.length).set(words);
    at += RECORD_BYTES + codeBytes(words);
  }
  return input;
}

function read(output: Buffer, count: number): Answer[] {
  const { buffer } = new Uint8Array(output); // A copy of its own, aligned.
  const answers: Answer[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + RECORD_BYTES > buffer.byteLength) bug(`${QEMU} answered ${i} of ${count} requests`);
    const state = new State(buffer, at);
    const changes = Number(state.get(COUNT));
    const pairs = new BigUint64Array(buffer, at + RECORD_BYTES, 2 * changes);
    const memory: MemoryChange[] = Array.from({ length: changes },
      (_, k) => ({ offset: Number(pairs[2 * k]!), value: pairs[2 * k + 1]! }));
    answers.push({ state, memory });
    at += RECORD_BYTES + 16 * changes;
  }
  return answers;
}
