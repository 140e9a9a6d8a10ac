// Checks the student's own code, on the student's own machine: another process, but no sandbox.

import type { ExerciseRow } from "../../exercises/exercise";
import { loadTrial } from "../../exercises/load";
import { ownCode } from "../../sandbox/choose";
import { judge, PUBLIC_SEED } from "../core/judge";
import type { Verdict } from "../core/verdict";
import { NodeEngine } from "./engine";
import { libraryFor } from "./library";

/** One engine a chapter, kept for the next check. */
export class Checker {
  readonly #engines = new Map<string, NodeEngine>();

  /** The verdict on `row` as it stands in `files`. */
  async check(row: ExerciseRow, files: Readonly<Record<string, string>>): Promise<Verdict> {
    const trial = await loadTrial(row.id);
    return judge({ row, trial, files, seed: PUBLIC_SEED }, this.#engineFor(row));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#engines.values()].map((engine) => engine.close()));
  }

  #engineFor({ file }: ExerciseRow): NodeEngine {
    const chapter = file.split("/")[0]!;
    let engine = this.#engines.get(chapter);
    if (engine === undefined) {
      engine = new NodeEngine(ownCode(), libraryFor(chapter));
      engine.warmUp();
      this.#engines.set(chapter, engine);
    }
    return engine;
  }
}
