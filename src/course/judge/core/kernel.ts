// Parts of the unikernel, as the compiler of chapter 7 sees them: whether a submission is kernel TypeScript, and what a
// service says that was built with it. Like core/compile.ts it runs where a submission can do no harm: it compiles what
// students write, and executes it on our machine only.
//
// 1. A part is named by its own file in whatever is said of it: our file hands on what theirs exports.
// 2. A machine with a part of theirs executes a few times as many instructions as with ours, and no more.

import { bug } from "../../../base/bug";
import { UserFault } from "../../../base/fault";
import { buildProgram } from "../../../compiler/build";
import { CompileFault, type FrontRefusal } from "../../../compiler/front/fault";
import { frontEnd } from "../../../compiler/front/front-end";
import type { SourceHost } from "../../../compiler/front/program";
import { proveNoAllocation } from "../../../compiler/no-allocation";
import { readLinuxImageHeader } from "../../../formats/linux-image/header";
import { Board } from "../../../machine/board/board";
import { prepareBoot } from "../../../machine/board/loaders/boot";
import { loadLinuxImage } from "../../../machine/board/loaders/linux-image";
import { overlaid } from "../../exercises/overlay";
import type { Stopped } from "./engine";
import type { KernelOutcome, KernelRequest, KernelSources, ServiceRun } from "./kernel-messages";

const PROBE = "probe.ts";
const MAX_ERRORS = 5;
const MAX_ERROR_LENGTH = 600;
/** Times as many instructions as with ours. */
const PATIENCE = 4;
const MOST_OF_OURS = 50_000_000;

const RAM_BYTES = 64 << 20;
const SEED = new Uint8Array(32).fill(0x5a);

export class KernelBuilder {
  readonly #sources: KernelSources;
  /** What services do with nothing but ours in them, by what is asked. */
  readonly #ours = new Map<string, ServiceRun>();

  /** Ours are parsed once; of a submission's, the last. */
  readonly #parsed: NonNullable<SourceHost["parsed"]> = new Map();

  constructor(sources: KernelSources) {
    this.#sources = sources;
  }

  answer(request: KernelRequest): KernelOutcome | Stopped {
    try {
      if (request.boots) return this.#boot(request);
      const program = frontEnd(this.#withProbe(request), PROBE);
      proveNoAllocation(program);
      return { kind: "in the language" };
    } catch (error) {
      // The compiler's own mistake, or the machine's, is no student's.
      if (!(error instanceof UserFault)) return { kind: "stopped", status: "grader error", message: `the compiler failed: ${error instanceof Error ? error.message : String(error)}` };
      // What is computed when the program is compiled may go wrong then.
      const errors = error instanceof CompileFault ? messages(error, request.entry) : [shown(error.message)];
      return { kind: "compile error", errors };
    }
  }

  #boot(request: KernelRequest): KernelOutcome {
    const { service, typed = "" } = request.kernel;
    const key = JSON.stringify([service, typed]);
    const ours = this.#ours.get(key) ?? run(buildProgram(this.#host(), service).image, typed, MOST_OF_OURS);
    this.#ours.set(key, ours);
    const { image } = buildProgram(this.#withPart(request), service);
    return { kind: "booted", ours, theirs: run(image, typed, PATIENCE * ours.instructions) };
  }

  #host(): SourceHost {
    return { parsed: this.#parsed, read: (path) => (Object.hasOwn(this.#sources, path) ? this.#sources[path] : undefined) };
  }

  #withPart({ files, entry, name, kernel: { replaces } }: KernelRequest): SourceHost {
    return overlaid(this.#host(), files, [{ replaces, entry, name }]);
  }

  #withProbe(request: KernelRequest): SourceHost {
    const host = this.#withPart(request);
    const text = probeOf(request);
    return { ...host, read: (path) => (path === PROBE ? text : host.read(path)) };
  }
}

/** A program that does nothing but call the part. */
function probeOf({ entry, name, kernel: { call, noalloc } }: KernelRequest): string {
  return [
    `import { ${name} } from "./${entry.replace(/\.ts$/, "")}";`,
    noalloc ? "/** @noalloc */" : "",
    `function callIt(): void { ${call}; }`,
    "export function start(): void { callIt(); }",
    "",
  ].join("\n");
}

/** What is said of the submission's own files; of the probe only if there is nothing else. */
function messages({ refusals }: CompileFault, entry: string): string[] {
  const own = refusals.filter(({ at }) => at.file.startsWith("work/"));
  const said = (own.length > 0 ? own : refusals).slice(0, MAX_ERRORS);
  return said.map((each) => messageOfRefusal(each, entry));
}

function messageOfRefusal({ at: { file, line, column }, text }: FrontRefusal, entry: string): string {
  const place = file === PROBE ? entry : `${file}:${line}:${column}`;
  return shown(`${place}: ${text}`);
}

/** As a student knows the files: by their names below work/. */
function shown(message: string): string {
  const said = message.replaceAll("work/", "");
  return said.length > MAX_ERROR_LENGTH ? `${said.slice(0, MAX_ERROR_LENGTH)}...` : said;
}

function run(image: Uint8Array, typed: string, limit: number): ServiceRun {
  const codes: number[] = [];
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2 as const, rngSeed: SEED };
  const board = new Board({ description, outside: { serial: (code) => { codes.push(code); }, date: () => 0 } });
  const header = readLinuxImageHeader(image) ?? bug("the linker has made no Image");
  board.start(prepareBoot(loadLinuxImage(image, header, RAM_BYTES), description));
  let stop = board.run(limit);
  if (typed !== "" && stop.kind === "waiting" && !board.isOff) {
    board.type(Uint8Array.from(typed, (letter) => letter.charCodeAt(0)));
    stop = board.run(limit - board.time);
  }
  const end = board.isOff ? "off" : stop.kind === "waiting" ? "waits" : "still runs";
  return { printed: codes.map((code) => String.fromCharCode(code)).join(""), end, instructions: board.time };
}
