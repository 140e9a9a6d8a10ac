// The judge's engine in Node: one resident process that compiles, and a fresh process for every run, the next one
// started while the last is at work.

import { type End, SandboxedProcess } from "../../sandbox/process";
import type { Limits, Sandbox } from "../../sandbox/sandbox";
import type { Compilation, CompileRequest, Library } from "../core/compile";
import { type Engine, type RunOutcome, type Stopped, Transcript } from "../core/engine";
import type { RunRequest } from "../core/messages";
import { programs, type Programs } from "./programs";

const RUN_LIMITS: Limits = { heapMiB: 256, memoryMiB: 512, cpuSeconds: 60 };
const COMPILE_LIMITS: Limits = { heapMiB: 768, memoryMiB: 1280, cpuSeconds: undefined };

const RUN_MS = 30_000;
const COMPILE_MS = 30_000;
/** A worker that is done ends by itself within this, or is ended. */
const END_GRACE_MS = 500;
const MAX_OUTPUT = 16 * 2 ** 20;

/** eval() and new Function() would make code without a gauge. */
const RUN_FLAGS = ["--disallow-code-generation-from-strings"];

/** A compiler is replaced after so many submissions, to bound what it has gathered. */
const COMPILES_PER_PROCESS = 500;

export interface EngineOptions {
  /** How long a run may take by the clock. */
  readonly runMs?: number;
  readonly workers?: Programs;
}

export class NodeEngine implements Engine {
  readonly #sandbox: Sandbox;
  readonly #library: Library;
  readonly #programs: Programs;
  readonly #runMs: number;
  #compiler: { readonly process: SandboxedProcess; compiles: number } | undefined;
  #spare: SandboxedProcess | undefined;
  /** Compiling is one at a time. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(sandbox: Sandbox, library: Library, { runMs = RUN_MS, workers = programs() }: EngineOptions = {}) {
    this.#sandbox = sandbox;
    this.#library = library;
    this.#runMs = runMs;
    this.#programs = workers;
  }

  /** Starts the processes, so that the first verdict does not wait for them. */
  warmUp(): void {
    this.#compilerProcess();
    this.#spare ??= this.#startRunner();
  }

  compile(request: CompileRequest): Promise<Compilation | Stopped> {
    const done = this.#last.then(() => this.#compile(request));
    this.#last = done.catch(() => undefined); // The caller of this one hears of it; the next is not concerned.
    return done;
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
    await Promise.all([this.#compiler?.process.end(END_GRACE_MS), this.#spare?.end(END_GRACE_MS)]);
    this.#spare = undefined;
    this.#compiler = undefined;
  }

  #startRunner(): SandboxedProcess {
    return new SandboxedProcess(this.#sandbox, { script: this.#programs.run, flags: RUN_FLAGS, limits: RUN_LIMITS }, MAX_OUTPUT);
  }

  #compilerProcess(): { readonly process: SandboxedProcess; compiles: number } {
    if (this.#compiler !== undefined) return this.#compiler;
    const process = new SandboxedProcess(this.#sandbox, { script: this.#programs.compile, flags: [], limits: COMPILE_LIMITS }, MAX_OUTPUT);
    process.send(JSON.stringify(this.#library));
    const compiler = { process, compiles: 0 };
    void process.ended.then(() => {
      if (this.#compiler === compiler) this.#compiler = undefined;
    });
    this.#compiler = compiler;
    return compiler;
  }

  async #compile(request: CompileRequest): Promise<Compilation | Stopped> {
    const compiler = this.#compilerProcess();
    const { process } = compiler;
    process.resetOutput();
    process.setDeadline(COMPILE_MS);
    process.send(JSON.stringify(request));
    const answer = await new Promise<string | End>((resolve) => {
      process.onLine(resolve);
      void process.ended.then(resolve);
    });
    process.setDeadline(undefined);
    if (typeof answer !== "string") {
      // Whether it was this submission or one before it: a compiler that has seen no other tells.
      if (compiler.compiles > 0 && !this.#closed) return this.#compile(request);
      const [status, message] = statusOf(answer);
      return { kind: "stopped", status, message };
    }
    compiler.compiles++;
    if (compiler.compiles >= COMPILES_PER_PROCESS) await process.end(END_GRACE_MS);
    return JSON.parse(answer) as Compilation;
  }
}

/** What the end of a process means for a student whose code it was at work on. */
function statusOf({ cause, detail }: End): readonly [Stopped["status"], string] {
  switch (cause) {
    case "timeout":            return ["timeout", "it took too long by the clock; something is very slow that fuel does not see"];
    case "out of memory":      return ["out of memory", "it used more memory than it may"];
    case "too much output":    return ["crash", `it wrote more than ${MAX_OUTPUT / 2 ** 20} MiB of answers`];
    case "exit":               return ["crash", `its process ended: ${detail}`];
    case "killed by us":       return ["grader error", "its process was ended with the grader"];
    case "could not start":    return ["grader error", `its process could not be started: ${detail}`];
  }
}
