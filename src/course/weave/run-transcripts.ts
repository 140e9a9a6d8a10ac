// Runs the commands of the text and holds what they print against the recordings.
//
// A command is a line of sh, run at the root of the course with `npx` and `o2p` as a reader has them. A command
// whose inputs (every file of src/, the lock file, Node's version) are those of its last good run is not run again.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { UserFault } from "../../base/fault";
import type { Run } from "./check";
import { type Course, filesUnder } from "./course";
import { inLanes } from "./lanes";
import { type Recording, checkStatus, firstDifference, readRecording, recordingPath, writeRecording } from "./transcript";
import { WeaveFault, faultOf, faultsAt } from "./weave-fault";

export interface Outcome {
  readonly faults: readonly WeaveFault[];
  readonly ran: number;
  /** As recorded by their last run, from the same inputs. */
  readonly unchanged: number;
  readonly recorded: number;
  /** Commands that cannot run here, with the program each lacks. */
  readonly lacking: readonly { readonly command: string; readonly program: string }[];
}

export interface RunOptions {
  /** Record what differs instead of refusing it. */
  readonly update: boolean;
  /** A missing program is a fault. */
  readonly strict: boolean;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 180_000;

export async function runTranscripts(course: Course, runs: readonly Run[], options: RunOptions): Promise<Outcome> {
  const inputs = inputsHash(course);
  const passed = readPassed(course.root);
  const shell = new Shell(course.root, options.timeoutMs ?? TIMEOUT_MS);
  const once = new Map(runs.map((run) => [recordingPath(run.page, run.fence.command), run]));
  try {
    const ends = await inLanes([...once], ([path, run]) => runTranscript({ course, options, inputs, passed, shell }, path, run));
    const count = (what: End["was"]): number => ends.filter(({ was }) => was === what).length;
    return {
      faults: ends.flatMap(({ fault }) => fault ?? []),
      lacking: ends.flatMap(({ lacking }) => lacking ?? []),
      ran: count("run") + count("recorded"), unchanged: count("unchanged"), recorded: count("recorded"),
    };
  } finally {
    shell.close();
    writePassed(course.root, passed);
  }
}

interface Session {
  readonly course: Course;
  readonly options: RunOptions;
  readonly inputs: string;
  readonly passed: Set<string>;
  readonly shell: Shell;
}

/** What came of a command. */
interface End {
  readonly was: "run" | "recorded" | "unchanged" | "lacking";
  readonly fault?: WeaveFault | undefined;
  readonly lacking?: Outcome["lacking"][number];
}

async function runTranscript({ course, options, inputs, passed, shell }: Session, path: string, { page, line, fence }: Run): Promise<End> {
  const program = fence.needs.find((name) => !shell.has(name));
  if (program !== undefined) {
    const fault = options.strict ? new WeaveFault(page.path, line, `"${fence.command}" needs ${program}, which is not installed here`) : undefined;
    return { was: "lacking", lacking: { command: fence.command, program }, fault };
  }
  const recording = faultsAt(page.path, line, () => readRecording(course.root, path));
  const keyOf = (what: Recording | undefined): string => createHash("sha256").update(`${inputs}\n${path}\n${JSON.stringify(what)}`).digest("hex");
  if (passed.has(keyOf(recording))) return { was: "unchanged" };
  const printed = await shell.run(fence.command);
  let isRecorded = false;
  const fault = faultOf(() => faultsAt(page.path, line, () => {
    checkStatus(fence, printed);
    if (printed.output.includes(course.root)) throw new UserFault(`"${fence.command}" prints where this checkout is: ${course.root}`);
    if (JSON.stringify(printed) === JSON.stringify(recording)) return;
    if (!options.update) throw new UserFault(difference(path, recording, printed));
    writeRecording(course.root, path, printed);
    isRecorded = true;
  }));
  if (fault === undefined) passed.add(keyOf(printed));
  return { was: isRecorded ? "recorded" : "run", fault };
}

function difference(path: string, recording: Recording | undefined, printed: Recording): string {
  if (recording === undefined) return `"${printed.command}" is not recorded; npm run weave -- --update records it`;
  const where = firstDifference(recording.output, printed.output);
  return `"${printed.command}" no longer prints what ${path} records; ${where} (npm run weave -- --update records anew)`;
}

/** Runs lines of sh as a reader's terminal would, with the course's own programs on the path. */
class Shell {
  readonly #root: string;
  readonly #timeoutMs: number;
  readonly #bin: string;
  readonly #path: string;

  constructor(root: string, timeoutMs: number) {
    this.#root = root;
    this.#timeoutMs = timeoutMs;
    this.#bin = mkdtempSync(join(tmpdir(), "o2p-weave-"));
    this.#path = [this.#bin, join(root, "node_modules/.bin"), process.env["PATH"] ?? ""].join(delimiter);
    this.#program("o2p", `exec node "${join(root, "src/cli/o2p.js")}" "$@"`);
    this.#program("npx", 'exec "$@"'); // The real one takes half a second to find the same programs.
  }

  has(name: string): boolean {
    return this.#path.split(delimiter).some((folder) => existsSync(join(folder, name)));
  }

  run(command: string): Promise<Recording> {
    const env = { PATH: this.#path, HOME: this.#bin, LC_ALL: "C.UTF-8", TZ: "UTC", NO_COLOR: "1", COLUMNS: "100" };
    return new Promise((resolve, reject) => {
      const child = spawn("sh", ["-c", `exec 2>&1\n${command}`], { cwd: this.#root, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
      const chunks: Buffer[] = [];
      const late = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), this.#timeoutMs);
      child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.on("error", reject);
      child.on("close", (status) => {
        clearTimeout(late);
        resolve({ command, status: status ?? 137, output: stripVTControlCharacters(Buffer.concat(chunks).toString("utf8")) });
      });
    });
  }

  close(): void {
    rmSync(this.#bin, { recursive: true });
  }

  #program(name: string, line: string): void {
    writeFileSync(join(this.#bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(this.#bin, name), 0o755);
  }
}

function inputsHash(course: Course): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...filesUnder(course, "src", [".ts", ".js", ".json"]), "package-lock.json"]) {
    if (existsSync(join(course.root, file))) hash.update(`${file}\n`).update(readFileSync(join(course.root, file)));
  }
  return hash.digest("hex");
}

const PASSED = ".cache/weave/passed.json";

function readPassed(root: string): Set<string> {
  const path = join(root, PASSED);
  return new Set(existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as string[]) : []);
}

function writePassed(root: string, passed: ReadonlySet<string>): void {
  mkdirSync(dirname(join(root, PASSED)), { recursive: true });
  writeFileSync(join(root, PASSED), JSON.stringify([...passed].slice(-1000)));
}
