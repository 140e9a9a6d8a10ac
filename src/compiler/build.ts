// From TypeScript to an image: every room of the compiler, in order. Each step's outcome is kept
// for readers: the page and `o2p build --emit` show them.
//
//   front end    modules to a Program of IR, only what `start` reaches
//   proof        what is marked @noalloc does not allocate
//   compile time module initializers run, and become data
//   optimizer    the functions that are still needed, with less to do
//   back end     functions to words with holes
//   linker       addresses; x.elf and x.img

import { bug } from "../base/bug";
import { COMPILE_TIME } from "./compile-time";
import { frontEnd } from "./front/front-end";
import type { SourceHost } from "./front/program";
import type { AssemblyFunction, Program } from "./ir/program";
import { staticData } from "./ir/static-data";
import { elfFile } from "./link/elf-writer";
import { flatImage } from "./link/flat-image";
import { link, type MemoryRegion } from "./link/link";
import type { Linked } from "./link/linked";
import { type SizeReport, sizeReport } from "./link/size-report";
import { optimize } from "./optimize/optimize";
import type { CompilerParts } from "./parts";
import { proveNoAllocation } from "./no-allocation";
import { compileReached, type Reached, reachedFunctions } from "./reached";
import { RUNTIME_ROOTS, runtimeAssembly } from "./runtime-assembly";
import { KERNEL_ENTRY } from "./front/kernel-entry";
import { bareStartUp, kernelStartUp } from "./start-up";

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

const HEAP_BYTES = 4 << 20;
const STACK_BYTES = 256 << 10;

/** Builds the program whose `start` the module at `path` exports. */
export function buildProgram(host: SourceHost, path: string, options: BuildOptions = {}): Built {
  const { optimization = 1, parts = {} } = options;
  const { heapBytes = HEAP_BYTES, stackBytes = STACK_BYTES } = options;
  const program = frontEnd(host, path, parts);
  proveNoAllocation(program);
  const data = staticData(program, COMPILE_TIME);
  const isKernel = program.sources.has(KERNEL_ENTRY.module);
  const { entry, base, regions } = isKernel
    ? kernelStartUp(stackBytes) : bareStartUp(stackBytes, heapBytes);
  const assembly = entryFirst([...runtimeAssembly(program.start), ...program.assembly], entry);
  const roots = [RUNTIME_ROOTS.trap, program.start];
  const functions = reachedFunctions(program.functions, data, assembly, roots);
  const needed = { ...program, functions, data };
  const optimized = optimize(needed, optimization, undefined, parts);
  const compiled = (isNear: boolean): Reached => compileReached(
    optimized.functions, data, assembly, [program.start], parts, isNear);
  const near = isKernel ? compiled(true) : undefined;
  const reached = near !== undefined && isNear(near, regions) ? near : compiled(false);
  const aliases = { "link/program": program.start };
  const { classes } = program;
  const linked =
    link({ base, ...reached, classes, regions, movesTrace: isKernel, aliases, parts });
  return {
    program, optimized, linked, image: flatImage(linked),
    elf: elfFile(linked, path, entry), sizes: sizeReport(linked),
  };
}

const MIB = 2 ** 20;

/** Whether all of an image is within reach of all its code, gaps and tables included. */
function isNear({ functions, data }: Reached, regions: readonly MemoryRegion[]): boolean {
  const bytes = [
    ...functions.map(({ words }) => 4 * words.length), ...data.map((each) => each.bytes.length),
    ...regions.map((each) => each.bytes),
  ];
  return 1.5 * bytes.reduce((sum, each) => sum + each, 0) < MIB;
}

/** What starts the program comes first, and nobody calls it. */
function entryFirst(assembly: readonly AssemblyFunction[], entry: string): AssemblyFunction[] {
  const first = assembly.find(({ symbol }) => symbol === entry);
  if (first === undefined) return bug(`nothing is called ${entry}`);
  return [{ ...first, isOutermost: true }, ...assembly.filter((each) => each !== first)];
}
