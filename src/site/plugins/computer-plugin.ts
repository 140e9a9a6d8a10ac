/**
 * The Worker that a page's machine runs in, as one file: .cache/site/computer/worker.js, which the site serves as a
 * static file. Bundled apart from the pages, it keeps the language it is written in, as fast as the browser runs it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minifySync } from "@swc/core";
import type { LoadContext, Plugin } from "@docusaurus/types";
import { bundle, closureOf } from "../../course/judge/node/bundle";

const WORKER = "src/site/widgets/computer/computer-worker.ts";

export default function computerPlugin({ siteDir }: LoadContext): Plugin {
  const folder = join(siteDir, ".cache", "site", "computer");
  mkdirSync(folder, { recursive: true });
  return {
    name: "o2p-computer",
    getPathsToWatch: () => [join(siteDir, "src/{base,formats,machine}/**/*.ts"), join(siteDir, "src/site/widgets/computer/*.ts")],
    loadContent() {
      const text = `${fflate()}\n${bundle(closureOf(WORKER))}`;
      write(join(folder, "worker.js"), minifySync(text, { compress: false, mangle: false, ecma: 2022 }).code);
    },
  };
}

/** What unpacks gzip, for whoever requires it: the bundle's host is asked for what is no file of ours. */
function fflate(): string {
  const text = readFileSync(require.resolve("fflate/browser"), "utf8");
  return `self.require = (() => { const exports = {}, module = { exports };\n${text}\nreturn () => module.exports; })();`;
}

function write(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(file, text);
}
