// A service of the unikernel on two boards: one with an engine of the parts that are given, one that interprets.

import { buildProgram } from "../../../../src/compiler/build";
import { fileSources } from "../../../../src/cli/compile/source-host";
import { COURSE_ROOT } from "../../../../src/course/root";
import { Board } from "../../../../src/machine/board/board";
import { prepareBoot } from "../../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../../src/machine/board/loaders/load-image";
import { createJit, type Jit } from "../../../../src/machine/jit/jit";
import { Lockstep } from "../../../../src/machine/jit/lockstep";
import type { JitParts } from "../../../../src/machine/jit/parts";

const LIMIT = 5_000_000;
const DESCRIPTION = { ramBytes: 64 << 20, cpus: 1, gic: 2, rngSeed: new Uint8Array(32).fill(0x5a) } as const;

export interface LockstepRun {
  readonly printed: string;
  readonly jit: Jit;
}

let image: Uint8Array | undefined;

/** Boots `hello` in lockstep, until it switches itself off. Throws Divergence, or whatever a part brings about. */
export function bootHello(parts: Partial<JitParts>): LockstepRun {
  image ??= buildProgram(fileSources(COURSE_ROOT), "src/unikernel/services/hello.ts").image;
  const prepared = prepareBoot(loadImage(image, DESCRIPTION.ramBytes), DESCRIPTION);
  const jit = createJit({ isEager: true, parts });
  let printed = "";
  const compiled = new Board({ description: DESCRIPTION, engine: jit, outside: { serial: (byte) => { printed += String.fromCharCode(byte); } } });
  const interpreted = new Board({ description: DESCRIPTION, outside: { serial: () => undefined } });
  compiled.start(prepared);
  interpreted.start(prepared);
  const lockstep = new Lockstep(compiled, interpreted);
  lockstep.run(LIMIT);
  lockstep.compareRam();
  return { printed: compiled.isOff ? printed : `${printed}(not switched off)`, jit };
}
