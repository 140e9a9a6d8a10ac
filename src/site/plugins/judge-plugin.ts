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
import { kernelSources, libraryFor } from "../../course/judge/node/library";

const WORKERS = "src/site/widgets/exercise/workers";

export default function judgePlugin({ siteDir }: LoadContext): Plugin {
  // Docusaurus looks at its static folders before it asks plugins to load anything.
  const folder = join(siteDir, ".cache", "site", "judge");
  mkdirSync(folder, { recursive: true });
  return {
    name: "o2p-judge",
    getPathsToWatch: () => ["exercises/**/*.ts", "src/course/judge/core/*.ts", "src/{base,formats,unikernel,compiler}/**/*.ts", `${WORKERS}/*.ts`].map((pattern) => join(siteDir, pattern)),
    loadContent() {
      const chapters = new Set(EXERCISES.map(({ file }) => dirname(file)));
      for (const chapter of chapters) write(folder, `library-${chapter}.json`, JSON.stringify(libraryFor(chapter)));
      const starters = EXERCISES.map(({ file }) => [file, readFileSync(join(siteDir, "exercises", file), "utf8")]);
      write(folder, "starters.json", JSON.stringify(Object.fromEntries(starters)));
      write(folder, "run.js", bundle(closureOf(`${WORKERS}/run-worker.ts`)));
      write(folder, "compile.js", withTypeScript(bundle(closureOf(`${WORKERS}/compile-worker.ts`))));
      const kernels = minifySync(bundle(closureOf(`${WORKERS}/kernel-worker.ts`)), { compress: false, mangle: false, ecma: 2022 }).code;
      write(folder, "kernel.js", withTypeScript(kernels));
      write(folder, "kernel-sources.json", JSON.stringify(kernelSources()));
      writeTypeScript(folder);
    },
  };
}

/** The bundle asks its host for TypeScript; in a Worker, typescript.js has made it a global. */
const withTypeScript = (script: string): string => `importScripts("typescript-${typescriptVersion}.js");\nself.require = () => ts;\n${script}`;

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
