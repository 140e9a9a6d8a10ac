// --engine: what executes a machine's instructions.

import type { Beside } from "../../host/computer/computer";
import { openDisk } from "../../host/disk/node-disk";
import type { Board } from "../../machine/board/board";
import { createJit, type Jit } from "../../machine/jit/jit";
import { Lockstep } from "../../machine/jit/lockstep";
import type { BootOptions, EngineName } from "./options";

/** What a computer is built with. */
export interface ChosenEngine {
  readonly jit?: Jit;
  readonly beside?: Beside;
  /** Compares what has not been compared yet. Throws Divergence. */
  readonly finish: () => void;
  readonly close: () => void;
}

const DEFAULT: EngineName = "interpreter";

export function openEngine(options: BootOptions): ChosenEngine {
  const name = options.engine ?? DEFAULT;
  const nothing = { finish: () => undefined, close: () => undefined };
  if (name === "interpreter") return nothing;
  const isLockstep = name === "lockstep";
  const jit = createJit({ isBlockwise: isLockstep, ...(options.stats && { now: () => performance.now() }) });
  return isLockstep ? { jit, ...lockstepOver(options.disk) } : { jit, ...nothing };
}

function lockstepOver(options: readonly string[]): Omit<ChosenEngine, "jit"> {
  const disks = options.map(openDisk);
  let lockstep: Lockstep | undefined;
  const run = (first: Board, other: Board, limit: number): ReturnType<Lockstep["run"]> => {
    lockstep ??= new Lockstep(first, other);
    return lockstep.run(limit);
  };
  return {
    beside: { disks: disks.map(({ disk }) => disk), run },
    finish: () => { lockstep?.compareRam(); },
    close: () => { for (const disk of disks) disk.close(); },
  };
}
