// The judge's engine in this process, for tests of what it compiles and runs: no process, no sandbox, no clock.

import { createContext, Script } from "node:vm";
import { bug } from "../../../src/base/bug";
import { type Compilation, Compiler, type CompileRequest } from "../../../src/course/judge/core/compile";
import { type Engine, type RunOutcome, Transcript } from "../../../src/course/judge/core/engine";
import { lineOf, type RunRequest } from "../../../src/course/judge/core/messages";
import { bundle, closureOf } from "../../../src/course/judge/node/bundle";
import { libraryFor } from "../../../src/course/judge/node/library";
import type { RunHost } from "../../../src/course/judge/core/run";

export class InProcessEngine implements Engine {
  readonly #compiler = new Compiler(libraryFor("01-decoder"));
  readonly #realm = bundle(closureOf("src/course/judge/core/run.ts"));

  compile(request: CompileRequest): Promise<Compilation> {
    return Promise.resolve(this.#compiler.compile(request));
  }

  kernel(): never {
    return bug("what is tested here is no part of the kernel");
  }

  run(request: RunRequest): Promise<RunOutcome> {
    const transcript = new Transcript(request.calls.length);
    const context = createContext({});
    const evaluate = (text: string, name: string): unknown => new Script(text, { filename: name }).runInContext(context);
    const { run } = evaluate(this.#realm, "realm.js") as { run: (text: string, host: RunHost) => void };
    transcript.take(lineOf.ready());
    run(JSON.stringify(request), { evaluate, send: (line) => transcript.take(line) });
    return Promise.resolve(transcript.outcome());
  }
}

/** What comes of calling the export `f` of `source`, a file of chapter 1, with each of `calls`. */
export async function runSource(engine: Engine, source: string, calls: readonly string[], budget: RunRequest["budget"]): Promise<RunOutcome> {
  const entry = "work/01-decoder/it.ts";
  const compiled = await engine.compile({
    files: { [entry]: source }, entry,
    exports: { name: "f", type: `DecoderParts["field"]`, from: "src/machine/decoder/parts.ts" },
  });
  if (compiled.kind !== "compiled") throw new Error(JSON.stringify(compiled));
  return engine.run({ modules: compiled.modules, entry, name: "f", calls, budget });
}
