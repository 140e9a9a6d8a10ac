/**
 * Compiles a program in the page, in a Worker: each message is a CompileRequest, answered by one CompileOutcome.
 * compiler-plugin.ts makes it one file, in front of which stand TypeScript and the kernel's modules.
 */
import { compileSource } from "./compile-source";
import type { CompileRequest } from "./messages";

declare const kernelSources: Readonly<Record<string, string>>;

addEventListener("message", ({ data }: MessageEvent<CompileRequest>) => {
  postMessage(compileSource(data, kernelSources, () => performance.now()));
});
