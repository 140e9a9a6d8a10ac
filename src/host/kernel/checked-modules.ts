// Kernel modules under ts-node: whoever imports one gets it with the checks that the compiler would have put into it, so
// that a test in mocha sees the trap that the metal would see. Lines stay where they are, so breakpoints do too.

import { readFileSync } from "node:fs";
import { Module } from "node:module";
import { join, relative, sep } from "node:path";
import { bug } from "../../base/bug";
import { transform } from "../../compiler/hosted/transform";
import { HOSTED_MODULE, INTRINSICS } from "../../compiler/language/intrinsics";

/** What ts-node leaves in the process: the service that its own hook compiles with. */
interface TsNode {
  compile(text: string, file: string): string;
}

interface LoadedModule {
  _compile(text: string, file: string): void;
}

type Extensions = Record<string, (module: LoadedModule, file: string) => void>;

const KERNEL = "src/unikernel/";
/** Where bodies are Node's own, and stand for what the hardware does. */
const BY_NODE: ReadonlySet<string> = new Set([HOSTED_MODULE, ...Object.keys(INTRINSICS).map((symbol) => symbol.split("#", 1)[0]!)]);

/** From now on; modules that are loaded already stay as they are. */
export function checkKernelModules(root: string): void {
  const hooks = (Module as unknown as { readonly _extensions: Extensions })._extensions;
  const others = hooks[".ts"] ?? bug("ts-node is not registered");
  const tsNode = (process as unknown as Record<symbol, TsNode | undefined>)[Symbol.for("ts-node.register.instance")] ??
    bug("ts-node is not registered");
  const checks = join(root, "src/compiler/hosted/checks");
  hooks[".ts"] = (module, file) => {
    const path = relative(root, file).split(sep).join("/");
    if (!path.startsWith(KERNEL) || BY_NODE.has(path)) { others(module, file); return; }
    module._compile(tsNode.compile(transform(path, readFileSync(file, "utf8"), checks), file), file);
  };
}
