/**
 * Type-checks and compiles a reader's code in the page: the command line's compiler, in a Worker. The first
 * message is the Library, every other a CompileRequest, each answered by one message. judge-plugin.ts makes
 * it one file, in front of which stands TypeScript.
 */
import { Compiler, type CompileRequest, type Library } from "../../../../course/judge/core/compile";

let compiler: Compiler | undefined;

addEventListener("message", ({ data }: MessageEvent<Library | CompileRequest>) => {
  if (compiler === undefined) compiler = new Compiler(data as Library);
  else postMessage(compiler.compile(data as CompileRequest));
});
