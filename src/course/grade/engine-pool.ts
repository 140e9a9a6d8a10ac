import type { ExerciseRow } from "../exercises/exercise";
import { NodeEngine } from "../judge/node/engine";
import { libraryFor } from "../judge/node/library";
import type { Sandbox } from "../sandbox/sandbox";

/** How long a run may take by the clock: ordinary code runs out of fuel in a tenth of it. */
const RUN_MS = 30_000;
/** For a second try, on a machine that may have been busy. */
const PATIENT_RUN_MS = 3 * RUN_MS;

/** The engines of one grading worker: one a chapter, and a patient one where it is needed. */
export class EnginePool {
  readonly #sandbox: Sandbox;
  readonly #engines = new Map<string, NodeEngine>();

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  engineFor({ file }: ExerciseRow, patient: boolean): NodeEngine {
    const chapter = file.split("/")[0]!;
    const key = `${chapter} ${patient}`;
    const engine = this.#engines.get(key) ?? new NodeEngine(this.#sandbox, libraryFor(chapter), { runMs: patient ? PATIENT_RUN_MS : RUN_MS });
    this.#engines.set(key, engine);
    return engine;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#engines.values()].map((engine) => engine.close()));
  }
}
