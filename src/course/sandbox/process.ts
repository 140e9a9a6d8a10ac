// Starts a program in a sandbox, talks to it in lines, watches it, and ends it.
//
// 1. However a process ends, `ended` says how, once, and nothing of it is left.
// 2. It can make us hold no more than its output limit.

import { type ChildProcess, spawn } from "node:child_process";
import type { Writable } from "node:stream";
import { childrenOf, residentBytes } from "./memory";
import type { Program, Sandbox } from "./sandbox";

export interface End {
  readonly cause: "exit" | "timeout" | "out of memory" | "too much output" | "killed by us" | "could not start";
  /** For people: "exit code 3", "signal SIGSEGV". */
  readonly detail: string;
}

const MAX_STDERR = 8_000;
const POLL_MS = 100;
const GRACE_MS = 1000;

export class SandboxedProcess {
  readonly ended: Promise<End>;
  readonly #child: ChildProcess;
  readonly #program: Program;
  readonly #maxOutput: number;
  readonly #isGroup: boolean;
  /** Until somebody listens, lines wait here. */
  readonly #waiting: string[] = [];
  #onLine: (line: string) => void = (line) => void this.#waiting.push(line);
  #partial = "";
  #received = 0;
  #stderr = "";
  #cause: End["cause"] | undefined;
  #deadline: NodeJS.Timeout | undefined;
  readonly #poll: NodeJS.Timeout;

  constructor(sandbox: Sandbox, program: Program, maxOutput: number) {
    this.#program = program;
    this.#maxOutput = maxOutput;
    const { argv: [file = "", ...args], inputs, group, uid, gid } = sandbox.command(program);
    this.#isGroup = group;
    this.#child = spawn(file, args, {
      stdio: ["pipe", "pipe", "pipe", ...inputs.map(() => "pipe" as const)],
      env: process.platform === "win32" ? { SystemRoot: process.env["SystemRoot"] } : {},
      cwd: "/",
      windowsHide: true,
      detached: group,
      ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
    });
    this.ended = new Promise((resolve) => {
      this.#child.once("error", (fault) => resolve({ cause: "could not start", detail: fault.message }));
      this.#child.once("close", (code, signal) => resolve(this.#endOf(code, signal)));
    });
    for (const [i, bytes] of inputs.entries()) feed(this.#child.stdio[3 + i] as Writable, bytes);
    this.#listen();
    this.#poll = setInterval(() => this.#watchMemory(), POLL_MS);
    void this.ended.then(() => this.#stopWatching());
  }

  onLine(take: (line: string) => void): void {
    this.#onLine = take;
    for (const line of this.#waiting.splice(0)) take(line);
  }

  /** Sends a line; a process that has ended does not hear it. */
  send(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Sends a line and closes the process's input. */
  sendLast(line: string): void {
    this.#child.stdin?.end(`${line}\n`);
  }

  /** Ends the process `ms` from now unless it has ended or been given another deadline. */
  setDeadline(ms: number | undefined): void {
    clearTimeout(this.#deadline);
    if (ms !== undefined) this.#deadline = setTimeout(() => this.#kill("timeout"), ms);
  }

  /** The output limit counts from here. */
  resetOutput(): void {
    this.#received = 0;
  }

  /** Closes the process's input, and kills it if it has not ended by then in `graceMs`. */
  async end(graceMs = 0): Promise<End> {
    this.#child.stdin?.end();
    const timer = setTimeout(() => this.#kill("killed by us"), graceMs);
    const end = await this.ended;
    clearTimeout(timer);
    return end;
  }

  #listen(): void {
    const { stdin, stdout, stderr } = this.#child;
    stdin?.on("error", () => undefined); // The process ended before it read all: `ended` says so.
    stdout?.setEncoding("utf8").on("data", (text: string) => this.#receive(text));
    stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (this.#stderr.length < MAX_STDERR) this.#stderr += text;
    });
  }

  #receive(text: string): void {
    this.#received += text.length;
    if (this.#cause !== undefined) return;
    if (this.#received > this.#maxOutput) {
      this.#kill("too much output");
      return;
    }
    if (!text.includes("\n")) {
      this.#partial += text; // Looking for a line's end in all of a long line, chunk by chunk, would take its square.
      return;
    }
    const lines = (this.#partial + text).split("\n");
    this.#partial = lines.pop() ?? "";
    for (const line of lines) this.#onLine(line);
  }

  #watchMemory(): void {
    const { pid } = this.#child;
    const resident = pid === undefined ? undefined : residentBytes(pid);
    // The kernel's own limit (rlimits.ts) counts what is private; this one sees the rest.
    if (resident !== undefined && resident > 1.25 * this.#program.limits.memoryMiB * 2 ** 20) this.#kill("out of memory");
  }

  #kill(cause: End["cause"]): void {
    this.#cause ??= cause;
    const { pid } = this.#child;
    if (pid === undefined || !this.#isRunning()) return; // Its number may be another's by now.
    // A namespace is ended by its first process, our child's child; our child sees that and ends by itself. Ended
    // the other way round, it would leave its child for somebody else to bury.
    const inside = this.#isGroup ? childrenOf(pid) : [];
    for (const child of inside) killIfThere(child);
    if (inside.length === 0) killIfThere(this.#isGroup ? -pid : pid);
    // `close` comes when nobody holds the other ends, so nothing of a sandbox is left by then. Without walls a
    // process of the process may hold them for ever.
    setTimeout(() => {
      if (this.#isRunning()) killIfThere(this.#isGroup ? -pid : pid);
      this.#child.stdout?.destroy();
      this.#child.stderr?.destroy();
    }, GRACE_MS).unref();
  }

  #isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  #endOf(code: number | null, signal: NodeJS.Signals | null): End {
    const detail = signal === null ? `exit code ${code}` : `signal ${signal}`;
    if (this.#cause !== undefined) return { cause: this.#cause, detail };
    // V8 says so before it aborts; the shell and bubblewrap turn the signal into an exit code.
    if (/heap out of memory|Array buffer allocation failed|Fatal process out of memory/.test(this.#stderr)) return { cause: "out of memory", detail };
    if (signal === "SIGXCPU" || code === 128 + 24) return { cause: "timeout", detail };
    return { cause: "exit", detail };
  }

  #stopWatching(): void {
    clearInterval(this.#poll);
    clearTimeout(this.#deadline);
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ESRCH") throw fault;
  }
}

function feed(pipe: Writable, bytes: Uint8Array): void {
  pipe.on("error", () => undefined); // As for stdin.
  pipe.end(bytes);
}
