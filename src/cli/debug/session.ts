// A debugging session: the program, where its user looks, and the moves that may take long.

import { setImmediate } from "node:timers/promises";
import type { VirtAddr } from "../../base/word";
import { Debugger, type StopReason } from "../../machine/cpu/stepping/debugger";
import type { Watch } from "../../machine/cpu/stepping/traps";
import type { Names } from "./place";
import type { Program } from "./program";

/** Instructions between two looks at the keyboard: some tens of milliseconds. */
const SLICE = 200_000;

export class Session {
  readonly program: Program;
  readonly stepping: Debugger;
  /** Where the memory on the screen begins; undefined: wherever the last change was. */
  window: VirtAddr | undefined;
  /** What the user has set, in order; a number in this list, from 1, is a trap's name. */
  readonly traps: (VirtAddr | Watch)[] = [];
  #isInterrupted = false;

  constructor(program: Program) {
    const { machine, handler } = program;
    this.program = program;
    this.stepping = new Debugger(machine, handler === undefined ? {} : { handler });
  }

  get names(): Names {
    return { state: this.stepping.cpu.state, symbols: this.program.symbols };
  }

  /** Ctrl-C: ends the move under way. */
  interrupt(): void {
    this.#isInterrupted = true;
  }

  forward(limit: number): Promise<StopReason | "interrupted"> {
    const { stepping } = this;
    return this.#move(limit, (count) => stepping.step(count), (count) => stepping.goOn(count));
  }

  back(limit: number): Promise<StopReason | "interrupted"> {
    const { stepping } = this;
    return this.#move(limit, (count) => stepping.stepBack(count), (count) => stepping.goOnBack(count));
  }

  async #move(
    limit: number, begin: (count: number) => StopReason, goOn: (count: number) => StopReason,
  ): Promise<StopReason | "interrupted"> {
    this.#isInterrupted = false;
    let left = limit;
    let reason = begin(Math.min(left, SLICE));
    while (reason.kind === "limit" && left > SLICE) {
      await setImmediate();
      if (this.#isInterrupted) return "interrupted";
      left -= SLICE;
      reason = goOn(Math.min(left, SLICE));
    }
    return reason;
  }
}
