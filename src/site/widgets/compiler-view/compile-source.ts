/** A program's text becomes an image and what a figure shows of it, or a list of what is refused. The Worker's inside. */
import { UserFault } from "../../../base/fault";
import { buildProgram } from "../../../compiler/build";
import { compiledView } from "./compiled-view";
import type { CompileOutcome, CompileRequest, RefusedLine } from "./messages";

/** What the program's module is called, unless a file of the course's is looked at. */
export const PROGRAM_PATH = "main.ts";

/** `kernel` has the texts of the modules that every program may need, by path. */
export function compileSource({ source, isOptimized, path = PROGRAM_PATH }: CompileRequest, kernel: Readonly<Record<string, string>>, now: () => number): CompileOutcome {
  const begin = now();
  const host = { read: (file: string) => (file === path ? source : kernel[file]) };
  try {
    const built = buildProgram(host, path, { optimization: isOptimized ? 1 : 0 });
    return { kind: "compiled", view: compiledView(built, path), image: built.image, ms: now() - begin };
  } catch (fault) {
    if (!(fault instanceof UserFault)) throw fault;
    return { kind: "refused", lines: fault.message.split("\n").map((text) => refusedLine(text, path)), ms: now() - begin };
  }
}

/** "main.ts:3:7: what is wrong". What has no place, or one in another module, is said at the first line. */
export function refusedLine(text: string, path = PROGRAM_PATH): RefusedLine {
  const [, line, column, what] = (text.startsWith(`${path}:`) ? /^:(\d+):(\d+): (.*)$/.exec(text.slice(path.length)) : undefined) ?? [];
  if (what === undefined) return { line: 1, column: 1, what: text };
  return { line: Number(line), column: Number(column), what };
}
