/**
 * The judge's engine in a page: one Worker that compiles and is kept, and a fresh Worker for every run. Its
 * files are those that judge-plugin.ts makes.
 */
import type { Compilation, CompileRequest, Library } from "../../../course/judge/core/compile";
import { Transcript, type Engine, type RunOutcome, type Stopped } from "../../../course/judge/core/engine";
import type { RunRequest } from "../../../course/judge/core/messages";

const runMs = 10_000;
const compileMs = 60_000;

export class PageEngine implements Engine {
  /** "/prefix/judge/" */
  readonly #folder: string;
  readonly #compilers = new Map<string, Promise<Worker>>();

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
    return new Promise((resolve) => {
      const finish = (answer: Compilation | Stopped, isLost: boolean): void => {
        clearTimeout(timer);
        compiler.onmessage = null;
        compiler.onerror = null;
        if (isLost) {
          compiler.terminate();
          this.#compilers.delete(chapter);
        }
        resolve(answer);
      };
      const timer = setTimeout(() => finish({ kind: "stopped", status: "timeout", message: "compiling it took more than a minute" }, true), compileMs);
      compiler.onmessage = ({ data }: MessageEvent<Compilation>) => finish(data, false);
      compiler.onerror = ({ message }) => finish({ kind: "stopped", status: "grader error", message }, true);
      compiler.postMessage(request);
    });
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
    const known = this.#compilers.get(chapter) ?? this.#startCompiler(chapter);
    this.#compilers.set(chapter, known);
    // One that could not be fetched is fetched again next time.
    known.catch(() => this.#compilers.delete(chapter));
    return known;
  }

  async #startCompiler(chapter: string): Promise<Worker> {
    const response = await fetch(`${this.#folder}library-${chapter}.json`);
    if (!response.ok) throw new Error(`the judge's library for ${chapter} did not come: ${response.status}`);
    const library = (await response.json()) as Library;
    const worker = new Worker(`${this.#folder}compile.js`);
    worker.postMessage(library);
    return worker;
  }
}
