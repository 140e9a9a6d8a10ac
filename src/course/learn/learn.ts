// The learning loop: watches work/, judges what is saved, says what came of it, moves on. The engine stays up between
// saves, so a verdict takes a fraction of a second.

import { existsSync, mkdirSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ExerciseRow } from "../exercises/exercise";
import { EXERCISES } from "../exercises/manifest";
import { WorkingCopy } from "../exercises/working-copy";
import type { Verdict } from "../judge/core/verdict";
import { Checker } from "../judge/node/check";
import { explainVerdict, sectionUrl, verdictLine } from "../judge/show-verdict";

/** An editor's save is several events: the verdict waits for this much quiet. */
const QUIET_MS = 40;

export interface LearnOptions {
  /** The working copy. */
  readonly dir: string;
  readonly print: (line: string) => void;
  readonly rows?: readonly ExerciseRow[];
}

export class LearningLoop {
  readonly #work: WorkingCopy;
  readonly #checker = new Checker();
  readonly #print: (line: string) => void;
  readonly #rows: readonly ExerciseRow[];
  readonly #watchers: FSWatcher[];
  readonly #passed = new Set<string>();
  readonly #saved = new Map<string, NodeJS.Timeout>();
  #current: ExerciseRow | undefined;
  #hints = 0;
  /** Verdicts are given one after another. */
  #last: Promise<void> = Promise.resolve();

  constructor({ dir, print, rows = EXERCISES }: LearnOptions) {
    this.#work = new WorkingCopy(dir);
    this.#print = print;
    this.#rows = rows;
    const folders = [...new Set(rows.map((row) => join(dir, dirname(row.file))))];
    for (const folder of folders) if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    this.#watchers = folders.map((folder) => watch(folder, (_event, name) => this.#noticed(`${basename(folder)}/${name}`)));
  }

  /** Judges everything once and shows the first exercise that does not pass. */
  async begin(): Promise<void> {
    const files = this.#work.read();
    for (const row of this.#rows) {
      const verdict = await this.#checker.check(row, files);
      if (verdict.status === "pass") this.#passed.add(row.id);
      else if (this.#current === undefined) this.#open(row, verdict);
    }
    this.#print(`\n${this.#passed.size} of ${this.#rows.length} exercises pass`);
    if (this.#current === undefined) this.#print("All done: o2p pack makes the file to hand in.");
  }

  /** The next hint of the exercise at hand. */
  hint(): void {
    if (this.#current === undefined) return;
    const text = this.#current.hints[this.#hints];
    if (text === undefined) {
      this.#print(`That was the last hint. The section: ${sectionUrl(this.#current)}`);
    } else {
      this.#hints++;
      this.#print(`hint ${this.#hints} of ${this.#current.hints.length}: ${text}`);
    }
  }

  /** Leaves the exercise at hand for the next that does not pass. */
  skip(): void {
    this.#last = this.#last.then(() => this.#next(this.#current));
  }

  async end(): Promise<void> {
    for (const watcher of this.#watchers) watcher.close();
    for (const timer of this.#saved.values()) clearTimeout(timer);
    await this.#last;
    await this.#checker.close();
  }

  #noticed(path: string): void {
    const row = this.#rows.find(({ file }) => file === path) ?? (path.endsWith(".ts") ? this.#current : undefined);
    if (row === undefined) return;
    clearTimeout(this.#saved.get(row.id));
    this.#saved.set(row.id, setTimeout(() => {
      this.#last = this.#last.then(() => this.#judge(row));
    }, QUIET_MS));
  }

  async #judge(row: ExerciseRow): Promise<void> {
    const verdict = await this.#checker.check(row, this.#work.read());
    if (verdict.status !== "pass") {
      this.#passed.delete(row.id);
      this.#open(row, verdict);
      return;
    }
    this.#passed.add(row.id);
    this.#print(`\n${verdictLine(verdict)}   (${this.#passed.size} of ${this.#rows.length})`);
    await this.#next(row);
  }

  /** The next exercise that does not pass, after `row` and around. */
  async #next(row: ExerciseRow | undefined): Promise<void> {
    const at = row === undefined ? -1 : this.#rows.indexOf(row);
    const around = [...this.#rows.slice(at + 1), ...this.#rows.slice(0, Math.max(at, 0))];
    const next = around.find(({ id }) => !this.#passed.has(id));
    if (next === undefined) this.#print("All done: o2p pack makes the file to hand in.");
    else this.#open(next, await this.#checker.check(next, this.#work.read()));
  }

  #open(row: ExerciseRow, verdict: Verdict): void {
    if (this.#current !== row) this.#hints = 0;
    this.#current = row;
    this.#print(["", `${row.title}: work/${row.file}`, verdictLine(verdict), ...explainVerdict(verdict, row)].join("\n"));
  }
}
