// The engine as a part of a machine: what a board is given to run on compiled code.

import type { MachineEngine } from "../cpu/engine";
import { REMEMBERED_WORDS } from "../cpu/virtual-memory";
import { engineBytes } from "./cells";
import { CodeSpace } from "./code-space";
import { JitEngine } from "./jit-engine";
import type { JitParts } from "./parts";
import { Statistics } from "./statistics";

export interface JitOptions {
  /** Milliseconds: for statistics. */
  readonly now?: () => number;
  /** Chapter 2's CPU has no system registers. */
  readonly hasSystem?: boolean;
  /** run() comes back behind every block, with "halted", so that each can be looked at. */
  readonly isBlockwise?: boolean;
  /** Everything is compiled before it is executed: for tests. */
  readonly isEager?: boolean;
  /** What is missing is the engine's own. */
  readonly parts?: Partial<JitParts>;
  /** So many modules there are at most: then all are let go. */
  readonly mostModules?: number;
}

export interface Jit extends MachineEngine {
  readonly statistics: Statistics;
}

/** An engine for one machine. */
export function createJit(options: JitOptions = {}): Jit {
  const { now, hasSystem = true, isBlockwise = false, isEager = false, parts = {} } = options;
  const { mostModules } = options;
  const statistics = new Statistics(now);
  return {
    statistics,
    bytesFor: engineBytes,
    install({ physical, code, cpus }) {
      const space = new CodeSpace({
        physical, code, cpus, statistics, hasSystem, isBlockwise, parts,
        ...(mostModules === undefined ? {} : { mostModules }),
      });
      return (cpu) => ({
        remembered: new Uint32Array(physical.memory.buffer, space.roomOf(cpu), REMEMBERED_WORDS),
        engine: (inside) => new JitEngine(inside, space, statistics, { isBlockwise, isEager }),
      });
    },
  };
}
