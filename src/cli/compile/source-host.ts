// Sources for the compiler, from files. A program is named by its path from the folder in which the command was given;
// the kernel's own modules, which every program may need, are in the course.

import { readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { UserFault } from "../../base/fault";
import type { SourceHost } from "../../compiler/front/program";
import { COURSE_ROOT } from "../../course/root";
import { withReasons } from "../input";

/** What comes with the course, wherever the program is. */
const OURS = /^src\/(?:base|formats|unikernel)\//;

export function fileSources(folder = process.cwd()): SourceHost {
  const read = (path: string): string | undefined => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return undefined; // Whoever asked says what it was for.
    }
  };
  return {
    read: (path) => (OURS.test(path) ? read(join(COURSE_ROOT, path)) : undefined) ?? read(resolve(folder, path)),
  };
}

/** The program's path, as the compiler has it. */
export function programPath(name: string): string {
  if (!name.endsWith(".ts")) throw new UserFault(`${name}: a program is a TypeScript module, NAME.ts`);
  withReasons(name, () => readFileSync(name));
  return relative(process.cwd(), resolve(name)).split(sep).join("/");
}
