// A program of kernel modules under Node, or in a page: each module with its checks, and start() called. What it prints
// is what the compiled program must print.

import * as ts from "typescript";
import { UserFault } from "../../base/fault";
import { checksOf, HostedTrap, isTrap } from "./checks";
import { transform } from "./transform";

export interface Sources {
  /** The file's text, or undefined if there is none. */
  read(path: string): string | undefined;
}

export interface HostedRun {
  /** What console.log was given, a line each; then, if it did not end well, one line that says so. */
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
    if (typeof start !== "function") throw new UserFault(`${path}: the module exports no function start`);
    (start as () => void)();
  } catch (error) {
    lines.push(lastWords(error));
    if (error instanceof HostedTrap) trappedAt = `${error.file}:${error.line}`;
  }
  const printed = lines.map((line) => `${line}\n`).join("");
  return trappedAt === undefined ? { printed } : { printed, trappedAt };
}

function lastWords(error: unknown): string {
  if (error instanceof HostedTrap) return error.message.split("\n", 1)[0]!;
  if (isTrap(error)) return "trap: the stack is full";
  if (error instanceof Error && !isOfNode(error)) return `uncaught ${error.constructor.name}: ${error.message}`;
  throw error;
}

/** An error that no program throws by its own: the compiler should have refused what led to it. */
const isOfNode = (error: Error): boolean =>
  [TypeError, RangeError, ReferenceError, SyntaxError].some((each) => error instanceof each) || error instanceof UserFault;

type Exports = Record<string, unknown>;
type Evaluate = (require: (specifier: string) => Exports, exports: Exports, console: ProgramConsole) => void;

interface ProgramConsole {
  log(text: string): void;
}

class HostedProgram {
  readonly #sources: Sources;
  readonly #console: ProgramConsole;
  readonly #modules = new Map<string, Exports>();

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
    const require = (specifier: string): Exports => (specifier === CHECKS ? { checksOf } : this.load(resolve(specifier, path)));
    evaluator(javaScript(path, text))(require, exports, this.#console);
    return exports;
  }
}

const OPTIONS: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };

const javaScript = (path: string, text: string): string =>
  ts.transpileModule(transform(path, text, CHECKS), { fileName: path, compilerOptions: OPTIONS }).outputText;

/** A module's text becomes a function of what a module is given. */
const evaluator = (text: string): Evaluate => new Function("require", "exports", "console", text) as Evaluate;

/** "./b" as it stands in "x/a.ts": "x/b.ts". */
function resolve(specifier: string, from: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return `${parts.join("/")}.ts`;
}
