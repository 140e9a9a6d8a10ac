// The process in which submissions are type-checked and compiled; it runs none of them. The first line of its input
// is the Library, every other a CompileRequest, each answered by one line.

import { createInterface } from "node:readline";
import { type CompileRequest, Compiler, type Library } from "../core/compile";

let compiler: Compiler | undefined;

createInterface({ input: process.stdin }).on("line", (line) => {
  if (compiler === undefined) compiler = new Compiler(JSON.parse(line) as Library);
  else process.stdout.write(`${JSON.stringify(compiler.compile(JSON.parse(line) as CompileRequest))}\n`);
});
