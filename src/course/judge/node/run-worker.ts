// The process in which a student's code runs: it reads one RunRequest from standard input, makes a realm that holds
// nothing but the language, evaluates core/run.ts in it, and lets that run. Answers go to standard output.
//
// Nothing of this file is on the stack while it runs: a stack trace, which may end in a report, would say where the
// course is on this machine.

import { readFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, Script } from "node:vm";
import type { RunHost } from "../core/run";

/** How programs.ts names core/run.ts, bundled. */
const REALM = "realm.js";

const STDIN = 0;
const STDOUT = 1;

const realm = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
const evaluate = (text: string, name: string): unknown => new Script(text, { filename: name }).runInContext(realm);

function send(line: string): void {
  // Whole before the next: a process that is ended in the middle has still said what came before.
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) rest = rest.subarray(writeSome(rest));
}

function writeSome(bytes: Buffer): number {
  try {
    return writeSync(STDOUT, bytes);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "EAGAIN") return 0; // The judge is behind: wait for it.
    throw fault;
  }
}

const { run } = evaluate(readFileSync(join(dirname(process.argv[1]!), REALM), "utf8"), REALM) as { run: (request: string, host: RunHost) => void };
const runToTheEnd = evaluate(`"use strict"; (run, exit) => (request, host) => { run(request, host); exit(0); }`, REALM) as
  (start: typeof run, exit: (code: number) => never) => (request: string, host: RunHost) => void;
send(`["ready"]`);
setImmediate(runToTheEnd(run, (code) => process.exit(code)), readFileSync(STDIN, "utf8"), { evaluate, send });
