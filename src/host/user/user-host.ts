// Plays Linux for programs at EL0: a CPU, and processes that take turns on it. A program runs until
// it wants something (SVC), does what may not be done, or has had its slice.
//
// 1. Between turns a process's registers are its own (process.registers); the CPU has them in a turn.
// 2. The order of turns depends on nothing but the programs and what they read: a run can be repeated.
// 3. What a program does wrong ends that program. Nothing it does is thrown out of run().

import { hex } from "../../base/word";
import { Cpu, type CpuOptions } from "../../machine/cpu/cpu";
import { type Cause, causeText } from "../../machine/cpu/exception";
import { createMemory, PAGE } from "../../machine/cpu/layout";
import { PhysicalMemory } from "../../machine/cpu/physical-memory";
import type { Translation } from "../../machine/cpu/translation";
import { type Clock, VirtualClock } from "./clock";
import { deliver, deliverFault, type ProgramFault } from "./deliver";
import { dispatch, type Trace } from "./dispatch";
import type { Files, OpenFile } from "./files";
import { Frames, OutOfMemory } from "./frames";
import type { Ending, Process } from "./process";
import { type Command, Processes } from "./processes";
import { RandomBytes } from "./random";
import { fromCpu, pcOf, toCpu } from "./registers";
import type { Identity, Resources } from "./resources";
import { signalNumber, signalText } from "./signals";
import type { Host } from "./syscalls/system-call";

export interface UserHostOptions {
  /** What its CPU is made of, where that is not ours. */
  readonly cpu?: Pick<CpuOptions, "decoder" | "parts">;
  readonly files: Files;
  readonly identity: Identity;
  readonly memoryMiB?: number;
  /** Without one, time is what the instructions take. */
  readonly clock?: Clock;
  readonly window?: Resources["window"];
  /** Hears of every system call. */
  readonly trace?: Trace | undefined;
  /** Hears, in one line, why a program was ended. */
  readonly report?: (line: string) => void;
}

const MIB = 1 << 20;
const MEMORY_MIB = 256;
/** Instructions of a turn. */
const SLICE = 100_000;

export class UserHost {
  readonly cpu: Cpu;
  readonly #host: Host;
  readonly #trace: Trace | undefined;
  readonly #report: (line: string) => void;
  /** Whose memory the CPU sees. */
  #space: Translation | undefined;
  #current: Process | undefined;

  constructor(options: UserHostOptions) {
    const size = (options.memoryMiB ?? MEMORY_MIB) * MIB;
    const physical = new PhysicalMemory(createMemory(size), 0, size);
    const translation: Translation = {
      translate: (address, purpose, unprivileged) => this.#space!.translate(address, purpose, unprivileged),
    };
    this.cpu = new Cpu({ physical, translation, ...options.cpu });
    this.cpu.executor.checksSpAlignment = true; // As Linux has SCTLR_EL1.SA0.
    this.#trace = options.trace;
    this.#report = options.report ?? (() => undefined);
    this.#host = {
      files: options.files, identity: options.identity,
      frames: new Frames(physical), random: new RandomBytes(), processes: new Processes(),
      clock: options.clock ?? new VirtualClock(() => this.cpu.retired),
      changed: () => { this.cpu.flush(); },
      window: options.window ?? { columns: 80, rows: 24 },
    };
  }

  /** Loads the first program. Throws a UserFault if it is none, a SystemError if its file cannot be read. */
  start(command: Command, cwd: string, standard: readonly OpenFile[]): Process {
    return this.#host.processes.start(this.#host, command, cwd, standard);
  }

  /** Runs for about so many instructions: how the first program has ended, if it has. */
  run(limit: number): Ending | undefined {
    const { processes } = this.#host;
    const end = this.cpu.retired + limit;
    let idle = 0; // Turns, one after the other, in which nobody could do anything.
    while (processes.first.ending === undefined && this.cpu.retired < end) {
      const ready = processes.all.filter(({ ending, lentTo }) => ending === undefined && lentTo === undefined);
      this.#current = nextOf(ready, this.#current);
      idle = this.#turn(this.#current) ? 0 : idle + 1;
      if (idle > ready.length) this.#wait(ready);
    }
    return processes.first.ending;
  }

  /** Whether the process has come any further. */
  #turn(process: Process): boolean {
    return this.#guarded(process, () => {
      this.#ring(process);
      const { unfinished } = process;
      unfinished?.retry();
      const killed = deliver(process);
      if (killed !== undefined) this.#kill(process, killed);
      if (process.ending !== undefined || process.unfinished !== undefined) return process.unfinished === undefined;
      this.#execute(process);
      return true;
    });
  }

  #execute(process: Process): void {
    const { cpu } = this;
    if (this.#space !== process.space) cpu.flush();
    this.#space = process.space;
    toCpu(process.registers, cpu.state);
    const before = cpu.retired;
    let stop = cpu.run(SLICE);
    while (stop.kind === "exception" && stop.cause.kind === "SVC") {
      fromCpu(cpu.state, process.registers);
      dispatch(this.#host, process, this.#trace);
      const goesOn = process.ending === undefined && process.unfinished === undefined && process.lentTo === undefined
        && process.space === this.#space && process.signals.pending === 0n && cpu.retired - before < SLICE;
      if (!goesOn) return;
      toCpu(process.registers, cpu.state);
      stop = cpu.run(SLICE);
    }
    fromCpu(cpu.state, process.registers);
    if (stop.kind === "exception") this.#fault(process, stop.cause);
  }

  /** A program's own fault is a signal that it gets, and mostly its end. */
  #fault(process: Process, cause: Cause): void {
    const fault = faultOf(cause, pcOf(process.registers));
    if (deliverFault(process, fault)) return;
    this.#report(`${process.name}: ${signalText(fault.signal)}: ${causeText(cause)}, PC ${hex(pcOf(process.registers))}`);
    this.#end(process, { kind: "killed", signal: fault.signal });
  }

  /** As a shell, it says so of the program that it was asked to run, unless somebody wanted it. */
  #kill(process: Process, signal: number): void {
    const isWanted = signal === signalNumber("SIGINT") || signal === signalNumber("SIGPIPE");
    if (process === this.#host.processes.first && !isWanted) this.#report(`${process.name}: ${signalText(signal)}`);
    this.#end(process, { kind: "killed", signal });
  }

  #end(process: Process, ending: Ending): void {
    this.#host.processes.end(process, ending);
  }

  /** A process that needs more memory than there is does not get any further. */
  #guarded(process: Process, work: () => boolean): boolean {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof OutOfMemory)) throw error;
      const mib = (this.#host.frames.total * PAGE) / MIB;
      this.#report(`${process.name}: out of memory: there are ${mib} MiB; give more with --memory MIB`);
      this.#end(process, { kind: "killed", signal: signalNumber("SIGKILL") });
      return true;
    }
  }

  #ring(process: Process): void {
    if (process.alarmAt === undefined || this.#host.clock.monotonic() < process.alarmAt) return;
    process.alarmAt = undefined;
    process.signals.send(signalNumber("SIGALRM"));
  }

  /** Everybody waits: for a moment, or for each other. */
  #wait(processes: readonly Process[]): void {
    const moments = processes.flatMap(({ wakeAt, alarmAt }) => [wakeAt ?? [], alarmAt ?? []].flat());
    if (moments.length > 0) {
      this.#host.clock.waitUntil(moments.reduce((a, b) => (a < b ? a : b)));
      return;
    }
    const { first } = this.#host.processes;
    this.#report(`${first.name}: waits for ever: no process can go on (${first.unfinished?.name ?? "no system call"})`);
    this.#end(first, { kind: "killed", signal: signalNumber("SIGKILL") });
  }
}

/** In order of their numbers, round and round; the current one goes on until it blocks. */
function nextOf(ready: readonly Process[], current: Process | undefined): Process {
  return ready.find(({ pid }) => pid > (current?.pid ?? 0)) ?? ready[0]!;
}

/** The signal that Linux makes of an exception (arch/arm64/mm/fault.c, kernel/traps.c). */
function faultOf(cause: Cause, pc: bigint): ProgramFault {
  switch (cause.kind) {
    case "data abort": case "instruction abort": {
      const { fault, address } = cause;
      const isBus = fault.kind === "alignment" || fault.kind === "external";
      if (isBus) return { signal: signalNumber("SIGBUS"), code: 1, address };
      return { signal: signalNumber("SIGSEGV"), code: fault.kind === "permission" ? 2 : 1, address };
    }
    case "PC alignment": return { signal: signalNumber("SIGBUS"), code: 1, address: cause.address };
    case "SP alignment": return { signal: signalNumber("SIGBUS"), code: 1, address: pc };
    case "BRK": return { signal: signalNumber("SIGTRAP"), code: 1, address: pc };
    default: return { signal: signalNumber("SIGILL"), code: 1, address: pc };
  }
}
