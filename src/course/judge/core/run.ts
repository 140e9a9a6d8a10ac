// The worker's side: loads the student's compiled code, makes the calls, says what came back. It runs in the same
// realm as that code, which may have replaced every built-in there is: nothing said here is trusted (messages.ts).
//
// 1. The student's code is given no name that leads out of its realm, and no object from outside it.
// 2. Calls are made in order; a call that throws does not end the run, one that is out of fuel does.
// 3. What the code does follows from the request alone: it has no clock and no chance (repeatable.ts).

import { showPlain } from "../../exercises/plain";
import { decode, encode, NotPlain } from "./codec";
import { Fuel, OutOfFuel } from "./fuel";
import { GAUGE } from "./gauge";
import { lineOf, type RunRequest } from "./messages";
import { makeRepeatable } from "./repeatable";

/** What a worker needs of the world around it. */
export interface RunHost {
  /** Evaluates a script in the student's realm and gives its value. `name` is for stack traces. */
  evaluate(script: string, name: string): unknown;
  /** Sends one line to the judge. */
  send(line: string): void;
}

type ModuleBody = (exports: object, require: (path: string) => unknown, module: { exports: object }) => void;

/** Errors as they were before the student's code came. */
const OwnError = Error;

const MAX_PRINTED = 20_000;
/** A part that throws so often is not tried on the rest: it says nothing new, and a throw may be dear. */
const MAX_THROWN = 50;

/** Runs `requestText`, a RunRequest as JSON. */
export function run(requestText: string, outside: RunHost): void {
  const host = walled(outside);
  const request = JSON.parse(requestText) as RunRequest;
  const calls = request.calls.map((call) => decode(call) as unknown[]);
  const fuel = new Fuel(request.budget);
  const { send } = host;
  makeRepeatable();
  definePrinting(send);

  let part: unknown;
  try {
    fuel.fill(request.budget.load);
    part = partOf(request, loader(request, host, fuel));
  } catch (thrown) {
    send(fuel.ranOut === undefined ? lineOf.threwAtLoad(messageOf(thrown)) : lineOf.outOfFuel(fuel.ranOut));
    send(lineOf.end());
    return;
  }
  if (fuel.ranOut !== undefined) {
    send(lineOf.outOfFuel(fuel.ranOut));
  } else if (typeof part !== "function") {
    send(lineOf.threwAtLoad(`it exports no function called ${request.name}`));
  } else {
    send(lineOf.loaded());
    callAll(part as (...args: unknown[]) => unknown, calls, request, fuel, send);
  }
  send(lineOf.end());
}

/** The student's export; or, if that is a function and the exercise has an adapter, what the adapter makes of it. */
function partOf({ entry, name, through }: RunRequest, load: (path: string) => Readonly<Record<string, unknown>>): unknown {
  const part = load(entry)[name];
  if (through === undefined || typeof part !== "function") return part;
  return (load(through.from)[through.name] as (part: unknown) => unknown)(part);
}

/** `host`, but what it throws, at the stack's end or for a syntax error, is an object of this realm. */
function walled(host: RunHost): RunHost {
  const guard = <T>(act: () => T): T => {
    try {
      return act();
    } catch (thrown) {
      const { name, message } = thrown as Error;
      throw new OwnError(`${name}: ${message}`);
    }
  };
  return { evaluate: (script, name) => guard(() => host.evaluate(script, name)), send: (line) => guard(() => host.send(line)) };
}

function callAll(
  part: (...args: unknown[]) => unknown, calls: readonly unknown[][], { budget }: RunRequest, fuel: Fuel, send: (line: string) => void,
): void {
  let thrownSoFar = 0;
  for (let i = 0; i < calls.length && thrownSoFar < MAX_THROWN; i++) {
    let line: string;
    fuel.fill(budget.perCall);
    try {
      // Reading the answer may run the student's getters and proxies: it is on the same fuel, in the same try.
      line = lineOf.answer(i, encode(part(...calls[i]!)));
    } catch (thrown) {
      thrownSoFar++;
      line = thrown instanceof NotPlain ? lineOf.notPlain(i, thrown.message) : lineOf.threw(i, messageOf(thrown));
    }
    if (fuel.ranOut !== undefined) {
      send(lineOf.outOfFuel(fuel.ranOut));
      return;
    }
    send(line);
  }
}

/** A require() that knows the request's modules and nothing else. */
function loader(request: RunRequest, host: RunHost, fuel: Fuel): (path: string) => Readonly<Record<string, unknown>> {
  // Without prototypes, and read without built-ins: whoever changes a module's text has code without a gauge.
  const texts = Object.assign(Object.create(null) as Record<string, string>, request.modules);
  const loaded = Object.create(null) as Record<string, { exports: object }>;
  const load = (path: string): Readonly<Record<string, unknown>> => {
    const done = loaded[path];
    if (done !== undefined) return done.exports as Record<string, unknown>;
    const text = texts[path];
    if (text === undefined) throw new OwnError(`there is no module ${path}`);
    const module = { exports: {} };
    loaded[path] = module;
    // Two functions, so that `arguments` at the top of the student's file does not hold the gauge.
    const script = `(function (${GAUGE}) { return (function (exports, require, module) {${text}\n}); })`;
    const body = (host.evaluate(script, path) as (fuel: Fuel) => ModuleBody)(fuel);
    body(module.exports, (name) => load(resolve(path, name)), module);
    return module.exports as Record<string, unknown>;
  };
  return load;
}

/** The path that `name` means in the module at `from`: "../../src/base/word" in "work/01-decoder/field.ts". */
function resolve(from: string, name: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const step of name.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return `${parts.join("/")}.ts`;
}

/** console.log() for the student: what is printed goes into the report, up to a limit. */
function definePrinting(send: (line: string) => void): void {
  let left = MAX_PRINTED;
  const print = (...values: unknown[]): void => {
    if (left <= 0) return;
    const text = values.map((value) => (typeof value === "string" ? value : shown(value))).join(" ").slice(0, left);
    left -= text.length + 1;
    send(lineOf.printed(text));
  };
  const console = { log: print, info: print, warn: print, error: print, debug: print };
  Object.defineProperty(globalThis, "console", { value: console, writable: true, configurable: true });
}

function shown(value: unknown): string {
  try {
    return showPlain(decode(encode(value)));
  } catch (thrown) {
    return `(${messageOf(thrown)})`;
  }
}

/** What was thrown, as one line. It may be anything, with getters that throw. */
function messageOf(thrown: unknown): string {
  if (thrown instanceof OutOfFuel) return thrown.message;
  try {
    const { name, message } = thrown as { name?: unknown; message?: unknown };
    if (typeof message !== "string") return String(thrown);
    return typeof name === "string" && name !== "Error" ? `${name}: ${message}` : message;
  } catch {
    return "something that cannot be shown";
  }
}
