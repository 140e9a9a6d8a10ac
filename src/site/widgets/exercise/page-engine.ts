/**
 * The judge's engine in a page: one Worker that compiles and is kept, and a fresh Worker for every run. Its
 * files are those that judge-plugin.ts makes.
 */
import type { Compilation, CompileRequest, Library } from "../../../course/judge/core/compile";
import { Transcript, type Engine, type RunOutcome, type Stopped } from "../../../course/judge/core/engine";
import type { KernelOutcome, KernelRequest, KernelSources } from "../../../course/judge/core/kernel-messages";
import type { RunRequest } from "../../../course/judge/core/messages";

const runMs = 10_000;
const compileMs = 60_000;
const kernelMs = 180_000;

export class PageEngine implements Engine {
  /** "/prefix/judge/" */
  readonly #folder: string;
  readonly #compilers = new Map<string, Promise<Worker>>();
  /** For parts of the unikernel: not fetched before there is one. */
  #kernels: Promise<Worker> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Loads the compiler for a chapter's exercises ("01-decoder"), so that the first check does not wait for it. */
  warmUp(chapter: string): Promise<unknown> {
    return this.#compilerFor(chapter);
  }

  async compile(request: CompileRequest): Promise<Compilation | Stopped> {
    const chapter = request.entry.split("/")[1] ?? "";
    const compiler = await this.#compilerFor(chapter);
    return answerOf<Compilation>(compiler, request, "compiling it", compileMs, () => this.#compilers.delete(chapter));
  }

  async kernel(request: KernelRequest): Promise<KernelOutcome | Stopped> {
    this.#kernels ??= this.#startWorker<KernelSources>("kernel.js", "kernel-sources.json");
    this.#kernels.catch(() => { this.#kernels = undefined; });
    const worker = await this.#kernels;
    return answerOf<KernelOutcome | Stopped>(worker, request, "the kernel", kernelMs, () => { this.#kernels = undefined; });
  }

  run(request: RunRequest): Promise<RunOutcome> {
    const worker = new Worker(`${this.#folder}run.js`);
    const transcript = new Transcript(request.calls.length);
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        worker.terminate();
        resolve(transcript.outcome());
      };
      const stop = (status: Stopped["status"], message: string): void => {
        transcript.stop(status, message);
        finish();
      };
      const timer = setTimeout(() => stop("timeout", "it took too long by the clock; something is very slow that fuel does not see"), runMs);
      worker.onmessage = ({ data }: MessageEvent<string>) => {
        transcript.take(data);
        if (transcript.ended) finish();
      };
      worker.onerror = ({ message }) => stop("crash", message || "its worker ended");
      worker.postMessage(JSON.stringify(request));
    });
  }

  #compilerFor(chapter: string): Promise<Worker> {
    const known = this.#compilers.get(chapter) ?? this.#startWorker<Library>("compile.js", `library-${chapter}.json`);
    this.#compilers.set(chapter, known);
    // One that could not be fetched is fetched again next time.
    known.catch(() => this.#compilers.delete(chapter));
    return known;
  }

  /** A Worker that is given once what it always needs. */
  async #startWorker<Given>(script: string, given: string): Promise<Worker> {
    const response = await fetch(`${this.#folder}${given}`);
    if (!response.ok) throw new Error(`the judge's ${given} did not come: ${response.status}`);
    const data = (await response.json()) as Given;
    const worker = new Worker(`${this.#folder}${script}`);
    worker.postMessage(data);
    return worker;
  }
}

/** What a worker that is kept says to a request; one that says nothing is ended, and `lost` hears of it. */
function answerOf<Answer>(worker: Worker, request: CompileRequest | KernelRequest, what: string, most: number, lost: () => void): Promise<Answer | Stopped> {
  return new Promise((resolve) => {
    const finish = (answer: Answer | Stopped, isLost: boolean): void => {
      clearTimeout(timer);
      worker.onmessage = null;
      worker.onerror = null;
      if (isLost) {
        worker.terminate();
        lost();
      }
      resolve(answer);
    };
    const timer = setTimeout(() => finish({ kind: "stopped", status: "timeout", message: `${what} took more than ${most / 1000} seconds` }, true), most);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => finish(data, false);
    worker.onerror = ({ message }) => finish({ kind: "stopped", status: "grader error", message }, true);
    worker.postMessage(request);
  });
}
