// What a file imports, by any of the ways there are: import, import type, export from, import(), require().

import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";

export interface Import {
  /** As it is written: "../base/bug". */
  readonly specifier: string;
  readonly line: number;
  /** The file of this course that it names, from the root; undefined for a package. */
  readonly file: string | undefined;
}

const ENDINGS = ["", ".ts", ".tsx", ".d.ts", ".js", ".json", "/index.ts", "/index.tsx"];

export function importsOf(root: string, file: string, text = readFileSync(join(root, file), "utf8")): Import[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split("\n").length,
    file: resolve(root, file, fileName),
  }));
}

function resolve(root: string, file: string, specifier: string): string | undefined {
  const path = specifier.startsWith("@site/") ? specifier.slice("@site/".length)
    : specifier.startsWith(".") ? posix.normalize(posix.join(dirname(file), specifier))
    : undefined;
  if (path === undefined) return undefined;
  const ending = ENDINGS.find((end) => existsSync(join(root, path + end)) && statSync(join(root, path + end)).isFile());
  return ending === undefined ? undefined : path + ending;
}
