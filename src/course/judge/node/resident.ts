// A process that is kept and answers requests, one line for each, one after another. The first line it is sent is what
// it always needs. Submissions do not run in it.

import { type End, SandboxedProcess } from "../../sandbox/process";
import type { Limits, Sandbox } from "../../sandbox/sandbox";
import type { Stopped } from "../core/engine";

const LIMITS: Limits = { heapMiB: 768, memoryMiB: 1280, cpuSeconds: undefined };
/** A process that is to end does so within this, or is ended. */
export const END_GRACE_MS = 500;
export const MAX_OUTPUT = 16 * 2 ** 20;

export interface ResidentOptions {
  readonly sandbox: Sandbox;
  readonly script: string;
  /** How long one answer may take by the clock. */
  readonly answerMs: number;
  /** A process is replaced after so many answers, to bound what it has gathered. */
  readonly answersPerProcess: number;
  /** What it always needs, made when the first process starts. */
  readonly given: () => unknown;
}

interface Running {
  readonly process: SandboxedProcess;
  answers: number;
}

export class Resident<Request, Answer> {
  readonly #options: ResidentOptions;
  #given: string | undefined;
  #running: Running | undefined;
  /** Answers are given one after another. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: ResidentOptions) {
    this.#options = options;
  }

  /** Starts the process, so that the first answer does not wait for it. */
  warmUp(): void {
    this.#start();
  }

  ask(request: Request): Promise<Answer | Stopped> {
    const done = this.#last.then(() => this.#ask(request));
    this.#last = done.catch(() => undefined); // The caller of this one hears of it; the next is not concerned.
    return done;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running?.process.end(END_GRACE_MS);
    this.#running = undefined;
  }

  #start(): Running {
    if (this.#running !== undefined) return this.#running;
    const { sandbox, script, given } = this.#options;
    const process = new SandboxedProcess(sandbox, { script, flags: [], limits: LIMITS }, MAX_OUTPUT);
    this.#given ??= JSON.stringify(given());
    process.send(this.#given);
    const running = { process, answers: 0 };
    void process.ended.then(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }

  async #ask(request: Request): Promise<Answer | Stopped> {
    const running = this.#start();
    const { process } = running;
    process.resetOutput();
    process.setDeadline(this.#options.answerMs);
    process.send(JSON.stringify(request));
    const answer = await new Promise<string | End>((resolve) => {
      process.onLine(resolve);
      void process.ended.then(resolve);
    });
    process.setDeadline(undefined);
    if (typeof answer !== "string") {
      // Whether it was this submission or one before it: a process that has seen no other tells.
      if (running.answers > 0 && !this.#closed) return this.#ask(request);
      const [status, message] = statusOf(answer);
      return { kind: "stopped", status, message };
    }
    running.answers++;
    if (running.answers >= this.#options.answersPerProcess) await process.end(END_GRACE_MS);
    return JSON.parse(answer) as Answer;
  }
}

/** What the end of a process means for a student whose code it was at work on. */
export function statusOf({ cause, detail }: End): readonly [Stopped["status"], string] {
  switch (cause) {
    case "timeout":            return ["timeout", "it took too long by the clock; something is very slow that fuel does not see"];
    case "out of memory":      return ["out of memory", "it used more memory than it may"];
    case "too much output":    return ["crash", `it wrote more than ${MAX_OUTPUT / 2 ** 20} MiB of answers`];
    case "exit":               return ["crash", `its process ended: ${detail}`];
    case "killed by us":       return ["grader error", "its process was ended with the grader"];
    case "could not start":    return ["grader error", `its process could not be started: ${detail}`];
  }
}
