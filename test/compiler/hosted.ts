// A program of the corpus under Node.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runHosted, type HostedRun, type Sources } from "../../src/compiler/hosted/run";

export const ROOT = join(__dirname, "../..");

/** The repository's files, by their paths from its root. */
export const REPOSITORY: Sources = {
  read(path) {
    const file = join(ROOT, path);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  },
};

export const runOnNode = (path: string): HostedRun => runHosted(REPOSITORY, path);
