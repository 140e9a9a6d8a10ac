// The workers, each as one file of JavaScript: a sandbox holds no course, no node_modules and no TypeScript loader.
// They are made from the sources when these have changed, and kept in .cache/judge/ under a name that says from which.

import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { COURSE_ROOT } from "../../root";
import { bundle, closureOf } from "./bundle";

export interface Programs {
  readonly run: string;
  readonly compile: string;
  readonly kernel: string;
}

const HERE = "src/course/judge";

/** Paths of the workers' programs, made if need be. */
export function programs(): Programs {
  const sources = {
    run: closureOf(`${HERE}/node/run-worker.ts`),
    realm: closureOf(`${HERE}/core/run.ts`),
    compile: closureOf(`${HERE}/node/compile-worker.ts`),
    kernel: closureOf(`${HERE}/node/kernel-worker.ts`),
  };
  const hash = createHash("sha256").update(ts.version);
  for (const texts of Object.values(sources)) for (const [path, text] of texts) hash.update(path).update(text);
  const folder = join(COURSE_ROOT, ".cache", "judge", hash.digest("hex").slice(0, 16));
  if (!existsSync(folder)) {
    make(folder, {
      "run/run-worker.js": bundle(sources.run),
      "run/realm.js": bundle(sources.realm),
      "compile/compile-worker.js": bundle(sources.compile),
      "compile/kernel-worker.js": bundle(sources.kernel),
    });
  }
  return {
    run: join(folder, "run", "run-worker.js"),
    compile: join(folder, "compile", "compile-worker.js"),
    kernel: join(folder, "compile", "kernel-worker.js"),
  };
}

/** Two processes may make `folder` at once: each makes its own, and the first to finish names it. */
function make(folder: string, files: Readonly<Record<string, string>>): void {
  const own = `${folder}.${randomBytes(6).toString("hex")}`;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(own, path, ".."), { recursive: true });
    writeFileSync(join(own, path), text);
  }
  copyFileSync(require.resolve("typescript"), join(own, "compile", "typescript.js"));
  forgetOld(join(folder, ".."));
  try {
    renameSync(own, folder);
  } catch (fault) {
    rmSync(own, { recursive: true });
    if (!existsSync(folder)) throw fault;
  }
}

const OLD_MS = 24 * 3600 * 1000;

/** Each is ten megabytes, most of it TypeScript; no judge runs for as long as a day without a newer one. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > OLD_MS) rmSync(path, { recursive: true, force: true });
  }
}
