// The judge's engine in Node: one resident process that compiles, one that builds kernels if there are any, and a fresh
// process for every run, the next one started while the last is at work.

import { SandboxedProcess } from "../../sandbox/process";
import type { Limits, Sandbox } from "../../sandbox/sandbox";
import type { Compilation, CompileRequest, Library } from "../core/compile";
import { type Engine, type RunOutcome, type Stopped, Transcript } from "../core/engine";
import type { KernelOutcome, KernelRequest } from "../core/kernel-messages";
import type { RunRequest } from "../core/messages";
import { kernelSources } from "./library";
import { programs, type Programs } from "./programs";
import { END_GRACE_MS, MAX_OUTPUT, Resident, statusOf } from "./resident";

const RUN_LIMITS: Limits = { heapMiB: 256, memoryMiB: 512, cpuSeconds: 60 };

const RUN_MS = 30_000;
const COMPILE_MS = 30_000;
/** A kernel is built and booted: seconds, and ours with it the first time. */
const KERNEL_MS = 180_000;

/** eval() and new Function() would make code without a gauge. */
const RUN_FLAGS = ["--disallow-code-generation-from-strings"];

const COMPILES_PER_PROCESS = 500;

export interface EngineOptions {
  /** How long a run may take by the clock. */
  readonly runMs?: number;
  readonly workers?: Programs;
}

export class NodeEngine implements Engine {
  readonly #sandbox: Sandbox;
  readonly #programs: Programs;
  readonly #runMs: number;
  readonly #compiler: Resident<CompileRequest, Compilation>;
  readonly #kernels: Resident<KernelRequest, KernelOutcome | Stopped>;
  #spare: SandboxedProcess | undefined;
  #closed = false;

  constructor(sandbox: Sandbox, library: Library, { runMs = RUN_MS, workers = programs() }: EngineOptions = {}) {
    this.#sandbox = sandbox;
    this.#runMs = runMs;
    this.#programs = workers;
    const resident = { sandbox, answersPerProcess: COMPILES_PER_PROCESS };
    this.#compiler = new Resident({ ...resident, script: workers.compile, answerMs: COMPILE_MS, given: () => library });
    this.#kernels = new Resident({ ...resident, script: workers.kernel, answerMs: KERNEL_MS, given: kernelSources });
  }

  /** Starts the processes, so that the first verdict does not wait for them. */
  warmUp(): void {
    this.#compiler.warmUp();
    this.#spare ??= this.#startRunner();
  }

  compile(request: CompileRequest): Promise<Compilation | Stopped> {
    return this.#compiler.ask(request);
  }

  kernel(request: KernelRequest): Promise<KernelOutcome | Stopped> {
    return this.#kernels.ask(request);
  }

  async run(request: RunRequest): Promise<RunOutcome> {
    const runner = this.#spare ?? this.#startRunner();
    this.#spare = undefined;
    const transcript = new Transcript(request.calls.length);
    const ended = new Promise<void>((resolve) => {
      runner.onLine((line) => {
        transcript.take(line);
        if (transcript.ended) resolve();
      });
      void runner.ended.then((end) => {
        const [status, message] = statusOf(end);
        transcript.stop(status, message);
        resolve();
      });
    });
    runner.setDeadline(this.#runMs);
    runner.sendLast(JSON.stringify(request));
    if (!this.#closed) this.#spare = this.#startRunner();
    await ended;
    await runner.end(END_GRACE_MS);
    return transcript.outcome();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#compiler.close(), this.#kernels.close(), this.#spare?.end(END_GRACE_MS)]);
    this.#spare = undefined;
  }

  #startRunner(): SandboxedProcess {
    return new SandboxedProcess(this.#sandbox, { script: this.#programs.run, flags: RUN_FLAGS, limits: RUN_LIMITS }, MAX_OUTPUT);
  }
}
