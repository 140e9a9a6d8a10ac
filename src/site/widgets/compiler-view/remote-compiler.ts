/**
 * A compiler in a Worker, seen from the page. The Worker comes with the first request. While it compiles, only the latest
 * of the requests that follow is kept: a program that has been changed again is of no interest.
 */
import type { CompileOutcome, CompileRequest } from "./messages";

export interface CompilerNews {
  /** Whether an answer is still to come. */
  readonly isBusy: boolean;
  /** Whether the compiler itself has come. */
  readonly isThere: boolean;
  /** The latest answer, and what it answers. */
  readonly answer: { readonly request: CompileRequest; readonly outcome: CompileOutcome } | undefined;
  /** The compiler broke, or did not come. */
  readonly fault: string | undefined;
}

const nothing: CompilerNews = { isBusy: false, isThere: false, answer: undefined, fault: undefined };
const mostMs = 60_000;

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
      this.#waiting = request;
      return;
    }
    this.#asked = request;
    this.#tell({ isBusy: true, fault: undefined });
    this.#timer = setTimeout(() => this.#break("it took more than a minute"), mostMs);
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
    worker.onerror = ({ message }) => this.#break(message === "" ? "its part of the page did not come" : message);
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

  /** A bug of ours, or a Worker that did not come: the next request starts another. */
  #break(why: string): void {
    this.#end();
    this.#tell({ isBusy: false, isThere: false, fault: `The compiler broke, and it is not your fault: ${why}` });
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
