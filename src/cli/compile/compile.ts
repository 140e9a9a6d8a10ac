// The compiler, for commands: what is not in the language is said on standard error, a line each, as every compiler does.

import { UserFault } from "../../base/fault";
import { buildProgram, type BuildOptions, type Built } from "../../compiler/build";
import { CompileFault } from "../../compiler/front/fault";
import type { SourceHost } from "../../compiler/front/program";
import { fileSources, programPath } from "./source-host";

/** Compiles the module in `file`, with the kernel's sources as `within` makes them of ours. */
export function compileFile(file: string, options: BuildOptions = {}, within = (ours: SourceHost): SourceHost => ours): Built {
  const path = programPath(file);
  try {
    return buildProgram(within(fileSources()), path, options);
  } catch (error) {
    if (!(error instanceof CompileFault)) throw error;
    for (const line of error.message.split("\n")) process.stderr.write(`${line}\n`);
    const { length } = error.refusals;
    throw new UserFault(`${file} is not compiled: ${length} ${length === 1 ? "thing is" : "things are"} to be changed`);
  }
}
