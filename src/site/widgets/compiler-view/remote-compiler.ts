/**
 * A compiler in a Worker, seen from the page. The Worker comes with the first request. While it compiles, only the latest
 * of the requests that follow is kept: a program that has been changed again is of no interest. One that takes too long,
 * since it computes for ever when it is loaded, costs the Worker; the request that has come since has the next.
 */
import type { CompileOutcome, CompileRequest } from "./messages";

export interface CompilerNews {
  /** Whether an answer is still to come. */
  readonly isBusy: boolean;
  /** Whether the compiler itself has come. */
  readonly isThere: boolean;
  /** The latest answer, and what it answers. */
  readonly answer: { readonly request: CompileRequest; readonly outcome: CompileOutcome } | undefined;
  /** The compiler broke, did not come, or was given up. */
  readonly fault: string | undefined;
}

const nothing: CompilerNews = { isBusy: false, isThere: false, answer: undefined, fault: undefined };
const mostMs = 60_000;
/** For a program that nobody waits for any more. */
const mostUnwantedMs = 10_000;

export class RemoteCompiler {
  readonly #file: string;
  readonly #listeners = new Set<() => void>();
  #worker: Worker | undefined;
  #asked: CompileRequest | undefined;
  #waiting: CompileRequest | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #news = nothing;

  /** `file` is the Worker's: "/prefix/compiler/worker.js". */
  constructor(file: string) {
    this.#file = file;
  }

  /** The same object until something changes. */
  readonly news = (): CompilerNews => this.#news;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  compile(request: CompileRequest): void {
    if (this.#asked !== undefined) {
      if (this.#waiting === undefined) this.#giveUpIn(mostUnwantedMs);
      this.#waiting = request;
      return;
    }
    this.#asked = request;
    this.#tell({ isBusy: true, fault: undefined });
    this.#giveUpIn(mostMs);
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  close(): void {
    this.#end();
    this.#news = nothing;
  }

  #start(): Worker {
    const worker = new Worker(this.#file);
    worker.onmessage = ({ data }: MessageEvent<CompileOutcome>) => this.#hear(data);
    worker.onerror = ({ message }) => this.#break(`The compiler broke, and it is not your fault: ${message === "" ? "its part of the page did not come" : message}`);
    return worker;
  }

  #hear(outcome: CompileOutcome): void {
    const request = this.#asked;
    const next = this.#waiting;
    clearTimeout(this.#timer);
    this.#asked = undefined;
    this.#waiting = undefined;
    if (request !== undefined) this.#tell({ isBusy: next !== undefined, isThere: true, answer: { request, outcome } });
    if (next !== undefined) this.compile(next);
  }

  #giveUpIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#break("Given up: it took more than a minute. What a module computes when it is loaded is computed by the compiler: does that end?"), ms);
  }

  /** A bug of ours, a Worker that did not come, or one that was given up: the next request starts another. */
  #break(fault: string): void {
    const next = this.#waiting;
    this.#end();
    this.#tell({ isBusy: false, isThere: false, fault });
    if (next !== undefined) this.compile(next);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#asked = undefined;
    this.#waiting = undefined;
  }

  #tell(news: Partial<CompilerNews>): void {
    this.#news = { ...this.#news, ...news };
    for (const listener of this.#listeners) listener();
  }
}
