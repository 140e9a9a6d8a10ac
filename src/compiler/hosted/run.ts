// A program of kernel modules under Node, or in a page: each module with its checks, and start()
// called. What it prints is what the compiled program must print.

import * as ts from "typescript";
import { UserFault } from "../../base/fault";
import { checksOf } from "./checks";
import { SourceLines } from "./source-lines";
import { transform } from "./transform";
import { HostedTrap, trapLine, trapOf } from "./traps";

export interface Sources {
  /** The file's text, or undefined if there is none. */
  read(path: string): string | undefined;
}

export interface HostedRun {
  /** What console.log was given; then, if it did not end well, one line that says so. */
  readonly printed: string;
  /** Of a trap: where, as "file:line". A full stack has no place of its own. */
  readonly trappedAt?: string;
}

const CHECKS = "hosted/checks";

/** Runs start() of the module at `path` to its end: it is up to the program to have one. */
export function runHosted(sources: Sources, path: string): HostedRun {
  const lines: string[] = [];
  const program = new HostedProgram(sources, { log: (text) => { lines.push(text); } });
  let trappedAt: string | undefined;
  try {
    const { start } = program.load(path);
    if (typeof start !== "function") {
      throw new UserFault(`${path}: the module exports no function start`);
    }
    (start as () => void)();
  } catch (error) {
    lines.push(lastWords(error));
    trappedAt = program.placeOf(error);
  }
  const printed = lines.map((line) => `${line}\n`).join("");
  return trappedAt === undefined ? { printed } : { printed, trappedAt };
}

function lastWords(error: unknown): string {
  const trap = trapOf(error);
  if (trap !== undefined) return trapLine(trap);
  if (!(error instanceof Error) || isOfNode(error)) throw error;
  return `uncaught ${error.constructor.name}: ${error.message}`;
}

/** No program throws it by its own: the compiler should have refused what led to it. */
const isOfNode = (error: Error): boolean =>
  [TypeError, RangeError, ReferenceError, SyntaxError, UserFault]
    .some((each) => error instanceof each);

type Exports = Record<string, unknown>;
type Require = (specifier: string) => Exports;
type Evaluate = (require: Require, exports: Exports, console: ProgramConsole) => void;

interface ProgramConsole {
  log(text: string): void;
}

class HostedProgram {
  readonly #sources: Sources;
  readonly #console: ProgramConsole;
  readonly #modules = new Map<string, Exports>();
  readonly #lines = new Map<string, SourceLines>();

  constructor(sources: Sources, console: ProgramConsole) {
    this.#sources = sources;
    this.#console = console;
  }

  load(path: string): Exports {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const text = this.#sources.read(path);
    if (text === undefined) throw new UserFault(`${path}: there is no such file`);
    const exports: Exports = {};
    this.#modules.set(path, exports);
    const require: Require = (specifier) =>
      (specifier === CHECKS ? { checksOf } : this.load(resolve(specifier, path)));
    const { script, mappings } = javaScript(path, text);
    this.#lines.set(path, new SourceLines(mappings));
    evaluator(script, path)(require, exports, this.#console);
    return exports;
  }

  /** A trap of the checks knows its place; of V8's own the stack does, in lines of the script. */
  placeOf(error: unknown): string | undefined {
    if (error instanceof HostedTrap) return `${error.file}:${error.line}`;
    if (trapOf(error) !== "null") return undefined;
    for (const line of (error as Error).stack?.split("\n") ?? []) {
      const [, before = "", row, column] = /^(.*):(\d+):(\d+)\)?$/.exec(line) ?? [];
      const path = [...this.#modules.keys()].find((each) => before.endsWith(each));
      if (path === undefined) continue;
      const at = this.#lines.get(path)?.lineOf(Number(row) - 1 - LINES_BEFORE, Number(column) - 1);
      return at === undefined ? undefined : `${path}:${at}`;
    }
    return undefined;
  }
}

const OPTIONS: ts.CompilerOptions =
  { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, sourceMap: true };

function javaScript(path: string, text: string): { script: string; mappings: string } {
  const checked = transform(path, text, CHECKS);
  const { outputText, sourceMapText = "{}" } =
    ts.transpileModule(checked, { fileName: path, compilerOptions: OPTIONS });
  const { mappings = "" } = JSON.parse(sourceMapText) as { mappings?: string };
  return { script: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"), mappings };
}

/** What `new Function` writes above the script. */
const LINES_BEFORE = 2;

/** A module's text becomes a function of what a module is given; in a stack it has its path. */
const evaluator = (text: string, path: string): Evaluate =>
  new Function("require", "exports", "console", `${text}\n//# sourceURL=${path}`) as Evaluate;

/** "./b" as it stands in "x/a.ts": "x/b.ts". */
function resolve(specifier: string, from: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return `${parts.join("/")}.ts`;
}
