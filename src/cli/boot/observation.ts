// --trace and --stats: who listens to a machine, and what is printed of it.

import type { Card } from "../../host/computer/computer";
import { observedParts } from "../../host/computer/observed-parts";
import { Statistics } from "../../host/computer/statistics";
import { parseTraceFilter } from "../../host/computer/trace-filter";
import { Tracer } from "../../host/computer/tracer";
import type { Board, BoardParts } from "../../machine/board/board";
import { standardDecoder } from "../../machine/decoder/decoder";
import type { Statistics as EngineStatistics } from "../../machine/jit/statistics";
import { Output, STANDARD_ERROR } from "../output";
import { engineLines } from "./engine-lines";
import type { BootOptions } from "./options";

const KIB = 1024;

export class Observation {
  readonly #statistics: Statistics | undefined;
  readonly #engine: EngineStatistics | undefined;
  readonly #tracer: Tracer | undefined;
  readonly #lines = new Output("utf8", STANDARD_ERROR);
  #begin = 0;

  constructor({ stats, trace }: Pick<BootOptions, "stats" | "trace">, engine?: EngineStatistics) {
    this.#engine = engine;
    if (stats) this.#statistics = new Statistics();
    if (trace !== undefined) this.#tracer = new Tracer(parseTraceFilter(trace), standardDecoder(), this.#lines.write);
  }

  /** `parts`, with ears where somebody listens. */
  partsWithEars(parts: BoardParts | undefined): BoardParts | undefined {
    const observers = [this.#statistics, this.#tracer].flatMap((each) => (each === undefined ? [] : [each.observer]));
    return observers.reduce<BoardParts | undefined>((heard, observer) => observedParts(observer, heard), parts);
  }

  attach(board: Board): void {
    this.#statistics?.attach(board);
    this.#tracer?.attach(board);
    this.#begin = performance.now();
  }

  flush(): void {
    this.#lines.flush();
  }

  /** What --stats prints in the end. */
  finish(board: Board, cards: readonly Card[], asleepMs: number): void {
    const host = {
      seconds: (performance.now() - this.#begin) / 1000, asleepSeconds: asleepMs / 1000,
      peakBytes: process.resourceUsage().maxRSS * KIB,
    };
    const lines = this.#statistics?.lines(board, cards, host) ?? [];
    const more = this.#statistics && this.#engine ? engineLines(this.#engine, host.seconds - host.asleepSeconds) : [];
    for (const line of [...lines, ...more]) this.#lines.write(`${line}\n`);
    this.#lines.flush();
  }
}
