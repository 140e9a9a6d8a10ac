// QEMU's device, through its qtest protocol: a command a line reads and writes what a CPU could. The CPU itself sleeps, in
// two instructions of flash; the machine must run, or nothing would come out of the network card.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bug } from "../../../../src/base/bug";
import { hexBytes, masked, type Step } from "./step";
import { diskContent, type Subject } from "./subjects";

/** The slot that QEMU fills first. */
const DEVICE = 0x0a00_3e00;
const LONGEST_MS = 3000;
const SIZES: Readonly<Record<number, string>> = { 1: "b", 2: "w", 4: "l", 8: "q" };
/** wfi; b . - 4 */
const SLEEP = Uint8Array.of(0x7f, 0x20, 0x03, 0xd5, 0xff, 0xff, 0xff, 0x17);

/** QEMU's answers to `steps`, one each, "" where nothing is asked. */
export async function qemuAnswers(subject: Subject, steps: readonly Step[]): Promise<string[]> {
  const machine = new QemuDevice(subject);
  try {
    await machine.start();
    const answers: Promise<string>[] = [];
    for (const step of steps) {
      const takesTime = step.do === "await" || step.do === "out" || step.do === "in";
      if (takesTime) await Promise.all(answers);
      const answer = machine.act(step);
      answers.push(answer);
      if (takesTime) await answer;
    }
    return await Promise.all(answers);
  } finally {
    machine.stop();
  }
}

class QemuDevice {
  readonly #subject: Subject;
  readonly #directory = mkdtempSync(join(tmpdir(), "o2p-virtio-"));
  readonly #answered: ((line: string) => void)[] = [];
  #process: ChildProcess | undefined;
  #server: Server | undefined;
  #wire: Socket | undefined;
  #sent = Buffer.alloc(0);
  #unfinished = "";

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  async start(): Promise<void> {
    const wire = join(this.#directory, "wire");
    const disk = join(this.#directory, "disk");
    const flash = join(this.#directory, "flash");
    writeFileSync(disk, diskContent());
    writeFileSync(flash, SLEEP);
    const options = this.#subject.options(wire, disk);
    const isJoined = options.some((option) => option.includes(wire));
    const joined = new Promise<void>((done) => {
      this.#server = createServer((socket) => {
        this.#wire = socket;
        socket.on("data", (data: Buffer) => { this.#sent = Buffer.concat([this.#sent, data]); });
        done();
      }).listen(wire);
    });
    this.#process = spawn("qemu-system-aarch64", [
      "-machine", "virt", "-m", "16M", "-nodefaults", "-nic", "none", "-display", "none", "-bios", flash,
      "-global", "virtio-mmio.force-legacy=false", "-qtest", "stdio", "-qtest-log", "none", ...options,
    ], { stdio: ["pipe", "pipe", "ignore"] });
    this.#process.once("exit", this.#ended);
    this.#process.stdout!.on("data", (data: Buffer) => { this.#heard(data.toString()); });
    if (isJoined) await joined;
    await this.#command("readb 0x40000000");
  }

  stop(): void {
    this.#process?.off("exit", this.#ended);
    this.#process?.kill("SIGKILL");
    this.#wire?.destroy();
    this.#server?.close();
    rmSync(this.#directory, { recursive: true });
  }

  /** Nobody would answer any more. */
  readonly #ended = (status: number | null, signal: string | null): void => {
    throw new Error(`QEMU has ended by itself: ${signal ?? status}`);
  };

  async act(step: Step): Promise<string> {
    switch (step.do) {
      case "read": {
        const answer = await this.#command(`read${SIZES[step.bytes]} ${hex(DEVICE + step.at)}`);
        return masked(BigInt(answer), step).toString(16);
      }
      case "load": return (await this.#command(`read ${hex(step.address)} ${step.length}`)).slice(2);
      case "out": return this.#takeSent();
      case "write": await this.#command(`write${SIZES[step.bytes]} ${hex(DEVICE + step.at)} ${hex(step.value)}`); break;
      case "store": await this.#command(`write ${hex(step.address)} ${step.bytes.length} 0x${hexBytes(step.bytes)}`); break;
      case "in": this.#wire!.write(this.#subject.name === "net" ? framed(step.bytes) : step.bytes); break;
      case "await": await this.#until(step.address, step.value); break;
    }
    return "";
  }

  /** What does not come about in time is left to the comparison. */
  async #until(address: number, value: number): Promise<void> {
    const end = Date.now() + LONGEST_MS;
    while (Number(await this.#command(`readw ${hex(address)}`)) !== value && Date.now() < end) await pause(1);
  }

  /** Of what is under way, the last has arrived when nothing more does. */
  async #takeSent(): Promise<string> {
    let length = -1;
    while (length < this.#sent.length) {
      length = this.#sent.length;
      await pause(10);
    }
    const sent = this.#sent;
    this.#sent = Buffer.alloc(0);
    return this.#subject.name === "net" ? unframed(sent) : sent.toString("hex");
  }

  #command(command: string): Promise<string> {
    this.#process!.stdin!.write(`${command}\n`);
    return new Promise((answered) => { this.#answered.push(answered); });
  }

  #heard(text: string): void {
    const lines = (this.#unfinished + text).split("\n");
    this.#unfinished = lines.pop()!;
    for (const line of lines) {
      if (!line.startsWith("OK")) bug(`QEMU says ${line}`);
      (this.#answered.shift() ?? bug(`QEMU says ${line}, unasked`))(line.slice(3));
    }
  }
}

/** QEMU's stream of frames: each behind its length, the highest byte first. */
function framed(frame: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(frame.length);
  return Buffer.concat([length, frame]);
}

function unframed(stream: Buffer): string {
  const frames: string[] = [];
  for (let at = 0; at < stream.length;) {
    const length = stream.readUInt32BE(at);
    frames.push(stream.toString("hex", at + 4, at + 4 + length));
    at += 4 + length;
  }
  return frames.join(" ");
}

const hex = (value: number): string => `0x${value.toString(16)}`;
const pause = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms); });
