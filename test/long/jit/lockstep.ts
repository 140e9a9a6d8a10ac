// Debian's boot in lockstep: registers are compared behind every block, RAM from time to time.

import { createJit } from "../../../src/machine/jit/jit";
import { Divergence, Lockstep } from "../../../src/machine/jit/lockstep";
import { startedWith } from "../../machine/jit/boots";
import { linux } from "./images";

const INSTRUCTIONS = 30_000_000;

export function tryLockstep(): string[] {
  const jit = createJit({ isBlockwise: true });
  const software = linux();
  const nobody = (): void => undefined;
  const [compiled, interpreted] = [startedWith(software, nobody, jit), startedWith(software, nobody)];
  const begin = Date.now();
  try {
    const lockstep = new Lockstep(compiled, interpreted);
    lockstep.run(INSTRUCTIONS);
    lockstep.compareRam();
  } catch (error) {
    if (!(error instanceof Divergence)) throw error;
    return [error.message];
  }
  const { regions, blocks, interpreted: cold, slow } = jit.statistics;
  const share = 100 * (1 - (cold + slow) / compiled.time);
  console.log(`${compiled.time} instructions in lockstep, ${share.toFixed(1)} % compiled, ${regions} regions of ${blocks} blocks, ${Math.round((Date.now() - begin) / 1000)} s`);
  return [];
}
