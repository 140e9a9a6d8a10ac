// Somebody at the terminal of a computer: reads what it prints, and types when it is asked. The computer is a child
// process, ours or QEMU; what it prints is its serial line.

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const SECOND = 1000;
/** Of a fault's report: what was printed last. */
const TAIL = 2000;

export class Dialogue {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #text = "";
  #complaints = "";
  /** What has been read is before this. */
  #read = 0;
  #heard: () => void = () => undefined;

  constructor(command: string, args: readonly string[]) {
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.#child.stdout!.setEncoding("latin1").on("data", (text: string) => { this.#hear(text); });
    this.#child.stderr!.setEncoding("utf8").on("data", (text: string) => { this.#complaints += text; });
    this.#child.stdin!.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error; // It has ended: ended() says how.
    });
    this.#ended = new Promise((resolve, reject) => {
      this.#child.on("error", reject).on("close", (status) => {
        resolve(status);
        this.#hear("");
      });
    });
  }

  /** All that it has printed. */
  get text(): string {
    return this.#text;
  }

  /** What it has said on standard error. */
  get complaints(): string {
    return this.#complaints;
  }

  /** Seconds that the processors of this computer have worked for it. Linux says so, in hundredths. */
  get cpuSeconds(): number {
    const [utime, stime] = readFileSync(`/proc/${this.#child.pid!}/stat`, "utf8").replace(/^.*\) /, "").split(" ").slice(11, 13);
    return (Number(utime) + Number(stime)) / 100;
  }

  /** The most memory that it has taken until now, in MiB. Linux says so. */
  get peakMemory(): number {
    const status = readFileSync(`/proc/${this.#child.pid!}/status`, "utf8");
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)![1]) / 1024;
  }

  /** Waits until it prints something like `pattern`, and answers the match; what is before is read. */
  async until(pattern: RegExp, seconds: number): Promise<RegExpExecArray> {
    const deadline = Date.now() + seconds * SECOND;
    for (;;) {
      const match = pattern.exec(this.#text.slice(this.#read));
      if (match !== null) {
        this.#read += match.index + match[0].length;
        return match;
      }
      const left = deadline - Date.now();
      if (this.#child.exitCode !== null) throw new Error(`it ended with status ${this.#child.exitCode} and not with ${pattern}: ${this.#complaints}\n${this.#tail()}`);
      if (left <= 0) throw new Error(`no ${pattern} in ${seconds} s\n${this.#tail()}`);
      await this.#more(left);
    }
  }

  type(text: string): void {
    this.#child.stdin!.write(text);
  }

  /** Types a command to a shell, and waits for it: what it prints, and its status. */
  async run(command: string, seconds = 60): Promise<{ readonly output: string; readonly status: number }> {
    this.type(`echo =; ${command}; echo =$?=\r`); // In what is printed, no echo of what is typed looks like this.
    const [, output, status] = await this.until(/\n=\r\n([^]*?)=(\d+)=\r\n/, seconds);
    return { output: output!.replaceAll("\r\n", "\n"), status: Number(status) };
  }

  /** Its exit status, when it ends by itself. */
  async ended(seconds: number): Promise<number | null> {
    const late = new Promise<"late">((resolve) => setTimeout(() => { resolve("late"); }, seconds * SECOND).unref());
    const status = await Promise.race([this.#ended, late]);
    if (status === "late") throw new Error(`it has not ended in ${seconds} s\n${this.#tail()}`);
    return status;
  }

  /** Whatever it does. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #hear(text: string): void {
    this.#text += text;
    this.#heard();
  }

  #more(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#heard = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #tail(): string {
    return this.#text.slice(-TAIL);
  }
}
