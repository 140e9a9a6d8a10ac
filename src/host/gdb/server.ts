// The far end of GDB's `target remote` ("Debugging with GDB", appendix "Remote Serial Protocol"), on a channel of
// bytes that somebody else keeps. A CPU is a thread; thread n is CPU n - 1.
//
// 1. A command is a row of COMMANDS or QUERIES. What has no row is answered with an empty packet, which says so.
// 2. While the program runs it is run in slices, and the channel is heard between two.

import type { Cpu } from "../../machine/cpu/cpu";
import type { Debugger, StopReason } from "../../machine/cpu/stepping/debugger";
import { ClientTraps } from "./client-traps";
import { bytesOfHex, numberOf } from "./hex-data";
import { packet, PacketReader } from "./packet";
import {
  bytesOfCharacters, EINVAL, PACKET_SIZE, readMemory, readRegister, readRegisters, writeMemory, writeRegister, writeRegisters,
} from "./state-packets";
import { interruptedReply, stopReply } from "./stop-reply";
import { GDB_REGISTERS, readFeatures } from "./target";

export interface Channel {
  /** One character a byte. */
  send(text: string): void;
  /** No more will come, nor be read. */
  close(): void;
  /** Calls `work` soon, when what has arrived meanwhile has been received; `isIdle`: there is no hurry. */
  later(work: () => void, isIdle: boolean): void;
}

/** What is around a machine, and does not stand still while the program runs. */
export interface Surroundings {
  /** Before each slice: what has come from outside happens now. */
  deliver(): void;
  /** Behind each slice. */
  ran(): void;
  /** Why nobody executes: the machine is off, sleeps until something comes, or for ever. */
  rest(): "off" | "asleep" | "stuck";
  /** The client has gone. */
  left(): void;
}

/** A program alone with its CPU. */
const NOTHING_AROUND: Surroundings = { deliver: () => undefined, ran: () => undefined, rest: () => "stuck", left: () => undefined };

/** Instructions between two looks at the channel: some tens of milliseconds. */
const SLICE = 100_000;
/** Bytes. */
const LONGEST_WATCH = 0x10_0000n;

type Command = (server: GdbServer, rest: string) => string | undefined;

const FEATURES = [
  `PacketSize=${PACKET_SIZE.toString(16)}`, "QStartNoAckMode+", "qXfer:features:read+", "swbreak+", "hwbreak+",
  "vContSupported+", "ReverseStep+", "ReverseContinue+",
].join(";");

/** By the first letter of the packet. An undefined answer comes later. */
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["?", (server) => server.lastStop()],
  ["g", ({ cpu }) => readRegisters(cpu)],
  ["G", ({ stepping, cpu }, rest) => writeRegisters(stepping, cpu, rest)],
  ["p", ({ cpu }, rest) => readRegister(cpu, rest)],
  ["P", ({ stepping, cpu }, rest) => writeRegister(stepping, cpu, rest)],
  ["m", ({ stepping, cpu }, rest) => readMemory(stepping, cpu, rest)],
  ["M", ({ stepping, cpu }, rest) => writeMemory(stepping, cpu, rest, bytesOfHex)],
  ["X", ({ stepping, cpu }, rest) => writeMemory(stepping, cpu, rest, bytesOfCharacters)],
  ["Z", (server, rest) => server.trap(rest, true)],
  ["z", (server, rest) => server.trap(rest, false)],
  ["c", (server, rest) => server.resumeAt(rest, "continue")],
  ["C", (server, rest) => server.resumeAt(rest.replace(/^..;?/, ""), "continue")], // Signals are not delivered.
  ["s", (server, rest) => server.resumeAt(rest, "step")],
  ["S", (server, rest) => server.resumeAt(rest.replace(/^..;?/, ""), "step")],
  ["b", (server, rest) => (rest === "c" || rest === "s" ? server.resume(rest === "c" ? "reverse-continue" : "reverse-step") : "")],
  ["H", (server, rest) => server.selectThread(rest)],
  ["T", (server, rest) => (server.cpuOf(rest) === undefined ? EINVAL : "OK")],
  ["D", (server) => server.leave("OK")],
  ["k", (server) => server.leave(undefined)],
]);

/** By the packet's name, up to a colon, comma or semicolon. */
const QUERIES: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["qSupported", () => FEATURES],
  ["QStartNoAckMode", (server) => server.stopAcknowledging()],
  ["qXfer", (_, rest) => readFeatures(rest)],
  ["qAttached", () => "1"],
  ["qC", (server) => `QC${server.thread.toString(16)}`],
  ["qfThreadInfo", (server) => `m${server.threads().map((thread) => thread.toString(16)).join()}`],
  ["qsThreadInfo", () => "l"],
  ["qSymbol", () => "OK"],
  ["vCont?", () => "vCont;c;C;s;S"],
  ["vCont", (server, rest) => server.resumeThreads(rest)],
  ["vKill", (server) => server.leave("OK")],
]);

type Direction = "step" | "continue" | "reverse-step" | "reverse-continue";

export class GdbServer {
  readonly stepping: Debugger;
  readonly #channel: Channel;
  readonly #around: Surroundings;
  readonly #reader = new PacketReader();
  readonly #traps = new ClientTraps();
  /** The last packet sent, should it be wanted again. */
  #sent = "";
  #acknowledges = true;
  #isRunning = false;
  #isInterrupted = false;
  /** Whose registers are read, and who is stepped: 0 for the CPU whose turn it is. */
  #selected = 0;
  #stepped = 0;
  #stop: StopReason = { kind: "limit" };

  constructor(stepping: Debugger, channel: Channel, around = NOTHING_AROUND) {
    this.stepping = stepping;
    this.#channel = channel;
    this.#around = around;
  }

  /** Bytes from the client, one character each. */
  receive(text: string): void {
    for (const received of this.#reader.receive(text)) {
      if (received.kind === "interrupt") this.#isInterrupted = this.#isRunning;
      else if (received.kind === "-") this.#channel.send(this.#sent);
      else if (received.kind === "damaged") this.#acknowledge("-");
      else if (received.kind === "packet") this.#answer(received.data);
    }
  }

  /** The client has gone without a word: its traps go too, and what ran stands still. */
  disconnected(): void {
    this.#isRunning = false;
    this.#traps.removeAll(this.stepping);
    this.#around.left();
  }

  #answer(data: string): void {
    this.#acknowledge("+");
    const name = /^[qQv][^:,;]+/.exec(data)?.[0];
    const command = name === undefined ? COMMANDS.get(data[0] ?? "") : QUERIES.get(name);
    const rest = name === undefined ? data.slice(1) : data.slice(name.length + 1);
    const answer = command === undefined ? "" : command(this, rest);
    if (answer !== undefined) this.#send(answer);
  }

  #acknowledge(sign: "+" | "-"): void {
    if (this.#acknowledges) this.#channel.send(sign);
  }

  #send(data: string): void {
    this.#sent = packet(data);
    this.#channel.send(this.#sent);
  }

  stopAcknowledging(): string {
    this.#acknowledges = false;
    return "OK";
  }

  // Threads

  get thread(): number {
    return this.stepping.machine.cpus.indexOf(this.stepping.cpu) + 1;
  }

  threads(): number[] {
    return this.stepping.machine.cpus.map((_, i) => i + 1);
  }

  /** The CPU that a thread's number means; 0 and -1 mean any. */
  cpuOf(thread: string): Cpu | undefined {
    if (thread === "-1" || thread === "0") return this.stepping.cpu;
    return this.stepping.machine.cpus[Number(numberOf(thread) ?? 0n) - 1];
  }

  selectThread(operationAndThread: string): string {
    const cpu = this.cpuOf(operationAndThread.slice(1));
    if (cpu === undefined) return EINVAL;
    const isAny = /^.(?:0|-1)$/.test(operationAndThread);
    const thread = isAny ? 0 : this.stepping.machine.cpus.indexOf(cpu) + 1;
    if (operationAndThread.startsWith("g")) this.#selected = thread;
    if (operationAndThread.startsWith("c")) this.#stepped = thread;
    return "OK";
  }

  /** Whose registers and memory are meant. */
  get cpu(): Cpu {
    return this.stepping.machine.cpus[this.#selected - 1] ?? this.stepping.cpu;
  }

  // Traps

  /** "type,address,kind" */
  trap(trap: string, isSet: boolean): string {
    const [type, address, length] = trap.split(/[,;]/).map(numberOf);
    if (type === undefined || address === undefined || length === undefined || length > LONGEST_WATCH) return EINVAL;
    const known = isSet ? this.#traps.add(this.stepping, Number(type), address, Number(length))
      : this.#traps.remove(this.stepping, Number(type), address, Number(length));
    return known ? "OK" : "";
  }

  // Going on

  lastStop(): string {
    return this.#stopReply(this.#stop);
  }

  resumeAt(address: string, direction: Direction): string | undefined {
    const pc = numberOf(address);
    if (pc !== undefined) this.stepping.setRegister(GDB_REGISTERS.find(({ name }) => name === "pc")!, pc);
    return this.resume(direction);
  }

  /** vCont: "s:2;c" steps thread 2. All run meanwhile: the machine has one time. */
  resumeThreads(actions: string): undefined {
    const [, step, thread] = /^([sS])?[^:;]*(?::([0-9a-f]+))?/.exec(actions) ?? [];
    if (step !== undefined) this.#stepped = Number.parseInt(thread ?? "0", 16);
    return this.resume(step === undefined ? "continue" : "step");
  }

  /** The answer is the next stop reply. */
  resume(direction: Direction): undefined {
    this.#isRunning = true;
    this.#isInterrupted = false;
    if (direction === "step") this.#stopped(this.#step(), direction);
    else if (direction === "reverse-step") this.#stopped(this.stepping.stepBack(), direction);
    else this.#slice(direction);
  }

  /** An instruction of the thread that is to be stepped, and of the others whatever comes before. */
  #step(): StopReason {
    const { stepping } = this;
    const { cpus } = stepping.machine;
    const cpu = cpus[this.#stepped - 1] ?? stepping.cpu;
    const { time } = cpu;
    this.#around.deliver();
    let reason = stepping.step();
    for (let others = 0; reason.kind === "limit" && cpu.time === time && others < SLICE; others++) reason = stepping.goOn(1);
    this.#around.ran();
    return reason;
  }

  #slice(direction: "continue" | "reverse-continue"): void {
    if (!this.#isRunning) return;
    const reason = direction === "continue" ? this.#forward() : this.stepping.stepBack(SLICE);
    const mayGoOn = reason.kind === "limit" || (reason.kind === "waiting" && this.#around.rest() === "asleep");
    if (!mayGoOn) {
      this.#stopped(reason, direction);
    } else if (this.#isInterrupted) {
      this.#isRunning = false;
      this.#stop = reason;
      this.#send(interruptedReply(this.thread));
    } else {
      this.#channel.later(() => { this.#slice(direction); }, reason.kind === "waiting");
    }
  }

  #forward(): StopReason {
    this.#around.deliver();
    const reason = this.stepping.step(SLICE);
    this.#around.ran();
    if (reason.kind === "waiting" && this.#around.rest() === "off") return { kind: "exited", status: 0 };
    return reason;
  }

  /**
   * GDB takes it that an Arm CPU stops before the access that is watched, whichever way it goes: it makes the step
   * itself, and looks whether the value is another.
   */
  #stopped(reason: StopReason, direction: Direction): void {
    const isBack = direction === "reverse-step" || direction === "reverse-continue";
    if (reason.kind === "watch") this.stepping.goTo(this.stepping.time + (isBack ? 1 : -1));
    this.#isRunning = false;
    this.#selected = 0;
    this.#stop = reason;
    this.#send(this.#stopReply(reason));
  }

  #stopReply(reason: StopReason): string {
    return stopReply(reason, this.thread, this.#traps.breakpointAt(this.stepping.cpu.pc));
  }

  leave(answer: "OK" | undefined): undefined {
    if (answer !== undefined) this.#send(answer);
    this.disconnected();
    this.#channel.close();
  }
}
