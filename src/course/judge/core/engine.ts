// What does the judge's work on student code: processes in a sandbox on the command line, Web Workers in a page.

import { NotPlain } from "./codec";
import type { Compilation, CompileRequest } from "./compile";
import type { KernelOutcome, KernelRequest } from "./kernel-messages";
import { type Message, readMessage, type Reply, type RunRequest } from "./messages";
import type { Status } from "./verdict";

export type Compiled = Extract<Compilation, { kind: "compiled" }>;

/** Why a worker ended before its time. */
export interface Stopped {
  readonly kind: "stopped";
  readonly status: Exclude<Status, "pass" | "fail" | "compile error">;
  readonly message: string;
}

export interface RunOutcome {
  /** By the index of the call; with holes where the worker did not answer. */
  readonly replies: readonly (Reply | undefined)[];
  readonly printed: string;
  readonly end: { readonly kind: "done" } | { readonly kind: "threw at load"; readonly message: string } | Stopped;
}

export interface Engine {
  compile(request: CompileRequest): Promise<Compilation | Stopped>;
  run(request: RunRequest): Promise<RunOutcome>;
  /** Of a part of the unikernel: what the compiler of chapter 7 says of it, or the kernel that holds it. */
  kernel(request: KernelRequest): Promise<KernelOutcome | Stopped>;
}

const MAX_PRINTED = 20_000;

/** Gathers what one worker says into an outcome. */
export class Transcript {
  readonly #replies: (Reply | undefined)[] = [];
  readonly #calls: number;
  #printed = "";
  #ready = false;
  #end: RunOutcome["end"] | undefined;

  constructor(calls: number) {
    this.#calls = calls;
  }

  /** Whether the student's code may have run: from here on, what goes wrong is its doing. */
  get ready(): boolean {
    return this.#ready;
  }

  get ended(): boolean {
    return this.#end !== undefined;
  }

  /** Takes one line. After the end, lines are ignored. */
  take(line: string): void {
    if (this.ended) return;
    try {
      this.#accept(readMessage(line));
    } catch (thrown) {
      // A RangeError is the stack's end or a length's: too much of something.
      if (!(thrown instanceof NotPlain || thrown instanceof RangeError)) throw thrown;
      this.stop("crash", `it wrote ${thrown instanceof NotPlain ? thrown.message : "too much data"} where its answers go`);
    }
  }

  #accept(message: Message): void {
    switch (message.kind) {
      case "ready":
        this.#ready = true;
        break;
      case "loaded":
        break;
      case "threw at load":
        this.#end = { kind: "threw at load", message: message.message };
        break;
      case "reply":
        // The first answer to a call counts; one to no call at all is nobody's.
        if (message.index < this.#calls) this.#replies[message.index] ??= message.reply;
        break;
      case "out of fuel":
        this.stop("out of fuel", message.message);
        break;
      case "printed":
        if (this.#printed.length < MAX_PRINTED) this.#printed += `${message.text}\n`;
        break;
      case "end":
        this.#end = { kind: "done" };
        break;
    }
  }

  /** The worker has ended, or was ended. Before it was ready this is our fault, whatever it looks like. */
  stop(status: Stopped["status"], message: string): void {
    this.#end ??= this.#ready ? { kind: "stopped", status, message } : { kind: "stopped", status: "grader error", message };
  }

  outcome(): RunOutcome {
    const end = this.#end ?? { kind: "stopped", status: "grader error", message: "the worker said nothing" };
    return { replies: Array.from({ length: this.#calls }, (_, i) => this.#replies[i]), printed: this.#printed, end };
  }
}
