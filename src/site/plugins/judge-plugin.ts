/**
 * What the exercises of a page need and no bundler makes: the judge's workers as one file each, TypeScript
 * for the one that compiles, the library that submissions may see, and the starters. They go to
 * .cache/site/judge, which the site serves as static files.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { minifySync } from "@swc/core";
import type { LoadContext, Plugin } from "@docusaurus/types";
import { version as typescriptVersion } from "typescript";
import { EXERCISES } from "../../course/exercises/manifest";
import { bundle, closureOf } from "../../course/judge/node/bundle";
import { libraryFor } from "../../course/judge/node/library";

const WORKERS = "src/site/widgets/exercise/workers";

export default function judgePlugin({ siteDir }: LoadContext): Plugin {
  // Docusaurus looks at its static folders before it asks plugins to load anything.
  const folder = join(siteDir, ".cache", "site", "judge");
  mkdirSync(folder, { recursive: true });
  return {
    name: "o2p-judge",
    getPathsToWatch: () => ["exercises/**/*.ts", "src/course/judge/core/*.ts", `${WORKERS}/*.ts`].map((pattern) => join(siteDir, pattern)),
    loadContent() {
      const chapters = new Set(EXERCISES.map(({ file }) => dirname(file)));
      for (const chapter of chapters) write(folder, `library-${chapter}.json`, JSON.stringify(libraryFor(chapter)));
      const starters = EXERCISES.map(({ file }) => [file, readFileSync(join(siteDir, "exercises", file), "utf8")]);
      write(folder, "starters.json", JSON.stringify(Object.fromEntries(starters)));
      write(folder, "run.js", bundle(closureOf(`${WORKERS}/run-worker.ts`)));
      // The bundle asks its host for TypeScript; in a Worker, typescript.js has made it a global.
      const compiler = bundle(closureOf(`${WORKERS}/compile-worker.ts`));
      write(folder, "compile.js", `importScripts("typescript-${typescriptVersion}.js");\nself.require = () => ts;\n${compiler}`);
      writeTypeScript(folder);
    },
  };
}

/** TypeScript's 9 MB without its comments and long names, which takes seconds: made once a version. */
function writeTypeScript(folder: string): void {
  const name = `typescript-${typescriptVersion}.js`;
  if (existsSync(join(folder, name))) return;
  const text = readFileSync(require.resolve("typescript"), "utf8");
  write(folder, name, minifySync(text, { compress: false, mangle: { toplevel: false }, ecma: 2020 }).code);
}

function write(folder: string, name: string, text: string): void {
  const file = join(folder, name);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(file, text);
}
