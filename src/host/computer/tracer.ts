// --trace: what happens in a machine, a line each, as a filter asks for it.

import type { Board } from "../../machine/board/board";
import type { Instruction } from "../../machine/cpu/code-cache";
import type { Decoder } from "../../machine/decoder/decoder";
import type { PartsObserver, TakenException } from "./observed-parts";
import type { CodeRange, TraceFilter } from "./trace-filter";
import { type TraceEvent, traceLine } from "./trace-line";

export class Tracer {
  /** Goes into the machine's parts. */
  readonly observer: PartsObserver;
  readonly #filter: TraceFilter;
  readonly #decoder: Decoder;
  readonly #print: (line: string) => void;
  #board: Board | undefined;

  constructor(filter: TraceFilter, decoder: Decoder, print: (line: string) => void) {
    this.#filter = filter;
    this.#decoder = decoder;
    this.#print = print;
    this.observer = {
      exception: (taken) => { if (this.#isWanted(taken)) this.#say({ kind: "exception", ...taken }); },
      psci: (call, answer) => { if (filter.psci) this.#say({ kind: "psci", call, answer }); },
    };
  }

  /** Listens to `board`, which has the observer in its parts. */
  attach(board: Board): void {
    const { devices, code } = this.#filter;
    const { bus } = board;
    this.#board = board;
    if (devices.length > 0) {
      const others = bus.listener;
      bus.listener = (access) => {
        others?.(access);
        if (devices.some((device) => access.mapping.name.startsWith(device))) this.#say({ kind: "mmio", ...access });
      };
    }
    if (code.length > 0) board.cpus[0]!.code.instrument((instruction) => this.#traced(instruction, code));
  }

  #isWanted({ cause }: TakenException): boolean {
    if (cause.kind === "IRQ" || cause.kind === "FIQ") return this.#filter.interrupts;
    return this.#filter.exceptions.some((what) => cause.kind.toLowerCase().includes(what));
  }

  #traced(instruction: Instruction, ranges: readonly CodeRange[]): Instruction {
    const { word, execute } = instruction;
    return {
      ...instruction,
      execute: (m, operands) => {
        const address = m.readPc();
        if (ranges.some(({ from, to }) => address >= from && address < to)) this.#say({ kind: "code", address, word });
        execute(m, operands);
      },
    };
  }

  #say(event: TraceEvent): void {
    const board = this.#board;
    if (board === undefined) return;
    this.#print(traceLine({ time: board.time, cpu: board.cpus.indexOf(board.current) }, event, this.#decoder));
  }
}
