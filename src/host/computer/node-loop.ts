// A computer on this computer's time: it runs in slices, and between two of them keys, datagrams and signals are heard.

import { setImmediate } from "node:timers/promises";
import type { Computer } from "./computer";
import { Pace } from "./pace";

/** Why it has ended. */
export type Ending =
  | "off"
  /** It waits, and nobody is left who could wake it. */
  | "stuck"
  /** It has executed as many instructions as it should. */
  | "limit"
  /** A command has ended it. */
  | "stopped";

export interface LoopOptions {
  /** Instructions. */
  readonly stopAfter?: number;
  /** Whether something may still come from outside. */
  readonly mayBeWoken: () => boolean;
  /** Behind each slice. */
  readonly afterSlice: () => void;
}

const NANOSECONDS_A_MS = 1e6;
/** A timer of the host's is no finer. */
const SHORTEST_SLEEP_MS = 1;
/** What setTimeout can count to; nothing else has to happen by then. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

export class ComputerLoop {
  /** How long the machine had nothing to do. */
  asleepMs = 0;
  readonly #computer: Computer;
  readonly #options: LoopOptions;
  readonly #pace = new Pace();
  #isStopped = false;
  #wake: () => void = () => undefined;

  constructor(computer: Computer, options: LoopOptions) {
    this.#computer = computer;
    this.#options = options;
    computer.woken = () => { this.#wake(); };
  }

  /** Ends run(), soon. */
  stop(): void {
    this.#isStopped = true;
    this.#wake();
  }

  /** Something else has changed: mayBeWoken(), for one. */
  wake(): void {
    this.#wake();
  }

  async run(): Promise<Ending> {
    const { board } = this.#computer;
    const { stopAfter = Infinity, mayBeWoken, afterSlice } = this.#options;
    const end = board.time + stopAfter;
    while (!this.#isStopped) {
      const outcome = this.#slice(end - board.time);
      afterSlice();
      if (outcome.kind === "off") return "off";
      if (outcome.kind === "stopped") return "stopped";
      if (board.time >= end) return "limit";
      if (outcome.kind === "limit") {
        await setImmediate();
      } else {
        if (outcome.wakesIn === undefined && !mayBeWoken()) return "stuck";
        await this.#sleep(outcome.wakesIn);
      }
    }
    return "stopped";
  }

  #slice(limit: number): ReturnType<Computer["run"]> {
    const { board } = this.#computer;
    const [time, begin] = [board.time, performance.now()];
    const outcome = this.#computer.run(Math.min(limit, this.#pace.limit));
    this.#pace.took(board.time - time, performance.now() - begin);
    return outcome;
  }

  /** For so long, or until something comes. */
  async #sleep(nanoseconds = Infinity): Promise<void> {
    const ms = nanoseconds / NANOSECONDS_A_MS;
    if (ms < SHORTEST_SLEEP_MS / 2) return void await setImmediate();
    const begin = performance.now();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, Math.floor(ms))));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
    this.asleepMs += performance.now() - begin;
  }
}
