// From TypeScript to an image: every room of the compiler, in order. Each step's outcome is kept
// for readers: the page and `o2p build --emit` show them.
//
//   front end    modules to a Program of IR, only what `start` reaches
//   proof        what is marked @noalloc does not allocate
//   compile time module initializers run, and become data
//   optimizer    the functions that are still needed, with less to do
//   back end     functions to words with holes
//   linker       addresses; x.elf and x.img

import { COMPILE_TIME } from "./compile-time";
import { frontEnd } from "./front/front-end";
import type { SourceHost } from "./front/program";
import type { Program } from "./ir/program";
import { staticData } from "./ir/static-data";
import { elfFile } from "./link/elf-writer";
import { flatImage } from "./link/flat-image";
import { link } from "./link/link";
import type { Linked } from "./link/linked";
import { type SizeReport, sizeReport } from "./link/size-report";
import { optimize } from "./optimize/optimize";
import type { CompilerParts } from "./parts";
import { proveNoAllocation } from "./no-allocation";
import { compileReached, reachedFunctions } from "./reached";
import { RUNTIME_ROOTS, runtimeAssembly } from "./runtime-assembly";

export interface BuildOptions {
  /** 0: as the front end made it. */
  readonly optimization?: 0 | 1;
  readonly heapBytes?: number;
  readonly stackBytes?: number;
  /** Somebody else's, in place of ours. */
  readonly parts?: CompilerParts;
}

export interface Built {
  /** As the front end made it; and behind the optimizer, what the image holds at most. */
  readonly program: Program;
  readonly optimized: Program;
  readonly linked: Linked;
  readonly elf: Uint8Array;
  readonly image: Uint8Array;
  readonly sizes: SizeReport;
}

/** RAM starts at 1 GiB; an Image goes 2 MiB above. */
const BASE = 0x4020_0000n;
const HEAP_BYTES = 4 << 20;
const STACK_BYTES = 256 << 10;

/** Builds the program whose `start` the module at `path` exports. */
export function buildProgram(host: SourceHost, path: string, options: BuildOptions = {}): Built {
  const { optimization = 1, parts = {} } = options;
  const { heapBytes = HEAP_BYTES, stackBytes = STACK_BYTES } = options;
  const program = frontEnd(host, path, parts);
  proveNoAllocation(program);
  const data = staticData(program, COMPILE_TIME);
  const assembly = runtimeAssembly(program.start);
  const functions = reachedFunctions(program.functions, data, assembly, RUNTIME_ROOTS.trap);
  const needed = { ...program, functions };
  const optimized = optimize(needed, optimization, undefined, parts);
  const reached = compileReached(optimized.functions, data, assembly, parts);
  const { classes } = program;
  const linked = link({ base: BASE, ...reached, classes, stackBytes, heapBytes, parts });
  return {
    program, optimized, linked, image: flatImage(linked),
    elf: elfFile(linked, path, "_start"), sizes: sizeReport(linked),
  };
}
