// --engine: what executes a machine's instructions.

import type { Beside } from "../../host/computer/computer";
import { openDisk } from "../../host/disk/node-disk";
import type { Board } from "../../machine/board/board";
import { createJit, type Jit } from "../../machine/jit/jit";
import { Lockstep } from "../../machine/jit/lockstep";
import type { JitParts } from "../../machine/jit/parts";
import type { BootOptions, EngineName } from "./options";

/** What a computer is built with. */
export interface ChosenEngine {
  readonly jit?: Jit;
  readonly beside?: Beside;
  /** Compares what has not been compared yet. Throws Divergence. */
  readonly finish: () => void;
  readonly close: () => void;
}

const DEFAULT: EngineName = "jit";

/** What executes: somebody's own parts are chapter 2's, too, unless they ask for an engine. */
export const engineOf = ({ engine, mine }: Pick<BootOptions, "engine" | "mine">): EngineName => engine ?? (mine ? "interpreter" : DEFAULT);

/** `parts`, if any, are those of the engine that are not ours. */
export function openEngine(options: BootOptions, parts: Partial<JitParts> = {}): ChosenEngine {
  const name = engineOf(options);
  const nothing = { finish: () => undefined, close: () => undefined };
  if (name === "interpreter") return nothing;
  const isLockstep = name === "lockstep";
  // A part of somebody's is to be at work even where hardly anything is executed often.
  const isEager = isLockstep && Object.keys(parts).length > 0;
  const jit = createJit({ isBlockwise: isLockstep, isEager, parts, ...(options.stats && { now: () => performance.now() }) });
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
