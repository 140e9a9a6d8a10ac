// QEMU's devices without a CPU: its qtest protocol reads and writes what a guest could, a command a line. The machine
// is stopped, so its virtual clock stands still.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bug } from "../../../src/base/bug";
import { UserFault } from "../../../src/base/fault";
import { hexBytes, type Step } from "./step";
import type { Subject } from "./subject";

const QEMU = "qemu-system-aarch64";
const LONGEST_ANSWER_MS = 20_000;
const RAM = 0x4000_0000;
const SIZES: Readonly<Record<number, string>> = { 1: "b", 2: "w", 4: "l", 8: "q" };

/** "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)", or undefined where there is none. */
export function qemuVersion(): string | undefined {
  try {
    return execFileSync(QEMU, ["--version"], { encoding: "utf8" }).split("\n")[0];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** QEMU's answers to `steps`, one each: hexadecimal, or "" where nothing is asked. */
export async function qemuAnswers(subject: Subject, steps: readonly Step[]): Promise<string[]> {
  const machine = await Qtest.start(subject);
  try {
    const answers: Promise<string>[] = [];
    for (const step of steps) {
      const isOutside = step.do === "wire" || step.do === "sent";
      if (isOutside) await Promise.all(answers);
      answers.push(machine.ask(step));
      if (isOutside) await answers.at(-1);
    }
    return await Promise.all(answers);
  } finally {
    machine.stop();
  }
}

interface Answer {
  readonly text: string;
  /** The interrupt line, just then. */
  readonly isHigh: boolean;
}

interface Waiting {
  readonly command: string;
  readonly answered: (answer: Answer) => void;
}

class Qtest {
  readonly #subject: Subject;
  readonly #process: ChildProcess;
  readonly #directory: string;
  readonly #waiting: Waiting[] = [];
  #wire: Socket | undefined;
  #unfinished = "";
  #isHigh = false;
  #sent: number[] = [];
  /** Bytes that QEMU's UART has taken from the wire. */
  #arrived = 0;

  static async start(subject: Subject): Promise<Qtest> {
    const directory = mkdtempSync(join(tmpdir(), "o2p-qtest-"));
    const server = createServer();
    await new Promise<void>((listens) => { server.listen(join(directory, "wire"), listens); });
    const machine = new Qtest(subject, directory, server);
    await machine.#command(subject.line === undefined ? `readb ${hex(RAM)}` : `irq_intercept_in ${subject.line[0]}`);
    return machine;
  }

  private constructor(subject: Subject, directory: string, server: Server) {
    this.#subject = subject;
    this.#directory = directory;
    server.once("connection", (wire) => {
      server.close();
      this.#wire = wire.on("data", (data: Buffer) => { this.#sent.push(...data); });
    });
    this.#process = spawn(QEMU, [
      "-machine", "virt", "-m", "1M", "-nodefaults", "-nic", "none", "-display", "none", "-S", "-qtest", "stdio", "-qtest-log", "none",
      "-chardev", `socket,id=wire,path=${join(directory, "wire")}`, "-serial", "chardev:wire",
      "-rtc", "base=2020-01-01,clock=vm", "-trace", "pl011_put_fifo", ...subject.options,
    ]);
    process.once("exit", this.#kill); // Nor does it outlive us, if we end by a fault.
    this.#process.stdout!.on("data", (data: Buffer) => { this.#heard(data.toString()); });
    this.#process.stderr!.on("data", (data: Buffer) => { this.#arrived += data.toString().split("pl011_put_fifo").length - 1; });
    this.#process.on("error", (error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" ? new UserFault(`there is no ${QEMU}: apt-get install qemu-system-arm`) : error;
    });
  }

  stop(): void {
    process.off("exit", this.#kill);
    this.#wire?.destroy();
    this.#kill();
    rmSync(this.#directory, { recursive: true });
  }

  async ask(step: Step): Promise<string> {
    const { base } = this.#subject;
    switch (step.do) {
      case "read": return word(await this.#command(`read${SIZES[step.bytes]} ${hex(base + step.at)}`));
      case "write": return this.#command(`write${SIZES[step.bytes]} ${hex(base + step.at)} ${hex(step.value)}`).then(nothing);
      case "pin": return this.#command(`set_irq_in ${this.#subject.pins} unnamed-gpio-in ${step.pin} ${step.level}`).then(nothing);
      case "load": return (await this.#command(`read ${hex(step.address)} ${step.length}`)).text.slice(2);
      case "store": return this.#command(`write ${hex(step.address)} ${step.words.length} 0x${hexBytes(step.words)}`).then(nothing);
      // Behind the answer to any command, all that went before it has been heard.
      case "line": return this.#command(`readb ${hex(RAM)}`).then(({ isHigh }) => (isHigh ? "1" : "0"));
      case "wire": return this.#receive(step.words);
      case "sent": return this.#takeSent();
    }
  }

  readonly #kill = (): void => { this.#process.kill("SIGKILL"); };

  #command(command: string): Promise<Answer> {
    this.#process.stdin!.write(`${command}\n`);
    return new Promise((answered, failed) => {
      const patience = setTimeout(() => { failed(new Error(`${QEMU} does not answer ${command}`)); }, LONGEST_ANSWER_MS);
      this.#waiting.push({ command, answered: (answer) => { clearTimeout(patience); answered(answer); } });
    });
  }

  #heard(text: string): void {
    const lines = (this.#unfinished + text).split("\n");
    this.#unfinished = lines.pop()!;
    for (const line of lines) {
      const irq = /^IRQ (raise|lower) (\d+)$/.exec(line);
      if (irq === null) this.#answered(line);
      else if (Number(irq[2]) === this.#subject.line?.[1]) this.#isHigh = irq[1] === "raise";
    }
  }

  #answered(line: string): void {
    const { command, answered } = this.#waiting.shift() ?? bug(`${QEMU} says ${line}, unasked`);
    if (!line.startsWith("OK")) bug(`${QEMU} says ${line} to ${command}`);
    answered({ text: line.slice(3), isHigh: this.#isHigh });
  }

  async #receive(words: readonly number[]): Promise<string> {
    const before = this.#arrived;
    this.#wire!.write(Uint8Array.from(words));
    await until(() => this.#arrived === before + words.length);
    return "";
  }

  /** What is on its way through the socket is waited for. */
  async #takeSent(): Promise<string> {
    let length = -1;
    while (length < this.#sent.length) {
      length = this.#sent.length;
      await pause(20);
    }
    return hexBytes(this.#sent.splice(0));
  }
}

const hex = (value: number | bigint): string => `0x${value.toString(16)}`;
const word = ({ text }: Answer): string => BigInt(text).toString(16);
const nothing = (): string => "";

const pause = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms); });

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited++) {
    if (waited > LONGEST_ANSWER_MS) bug("bytes do not arrive");
    await pause(1);
  }
}
