/**
 * What the pages of the compiler need and no bundler makes: the compiler's Worker as one file, with the kernel's modules
 * in it as text, and the figures' programs compiled. TypeScript, which the Worker loads first, is the judge's.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minifySync } from "@swc/core";
import type { LoadContext, Plugin } from "@docusaurus/types";
import { version as typescriptVersion } from "typescript";
import { bug } from "../../base/bug";
import { buildProgram, type Built } from "../../compiler/build";
import { bundle, closureOf } from "../../course/judge/node/bundle";
import { compiledView } from "../widgets/compiler-view/compiled-view";
import type { CompiledSample } from "../widgets/compiler-view/compiled-samples";
import { PROGRAM_PATH } from "../widgets/compiler-view/compile-source";
import { samplePrograms } from "../widgets/compiler-view/sample-programs";
import type { AllocationData } from "../widgets/register-allocation/allocation-data";
import { allocationOf } from "../widgets/register-allocation/make-allocation";
import { sampleFunctions } from "../widgets/register-allocation/sample-functions";

const WORKER = "src/site/widgets/compiler-view/compiler-worker.ts";
/** What a program may import, or the compiler on its behalf. */
const KERNEL = ["src/base", "src/formats", "src/unikernel"];

interface Compiled {
  readonly samples: readonly CompiledSample[];
  readonly allocations: readonly AllocationData[];
}

export default function compilerPlugin({ siteDir }: LoadContext): Plugin<Compiled> {
  const folder = join(siteDir, ".cache", "site", "compiler");
  mkdirSync(folder, { recursive: true });
  return {
    name: "o2p-compiler",
    getPathsToWatch: () => ["src/{base,formats,unikernel,compiler}/**/*.ts", "src/site/widgets/compiler-view/*.ts", "chapters/07-compiler/files/*.ts"].map((pattern) => join(siteDir, pattern)),
    loadContent() {
      const kernel = kernelSources(siteDir);
      write(join(folder, "worker.js"), workerText(kernel));
      return { samples: compiledSamples(siteDir, kernel), allocations: allocations(siteDir, kernel) };
    },
    async contentLoaded({ content, actions }) {
      await actions.createData("samples.json", JSON.stringify(content.samples));
      await actions.createData("allocations.json", JSON.stringify(content.allocations));
    },
  };
}

/** As in the judge's: the bundle asks its host for TypeScript, which typescript.js has made a global. */
export function workerText(kernel: Readonly<Record<string, string>>): string {
  const compiler = minifySync(bundle(closureOf(WORKER)), { compress: false, mangle: false, ecma: 2022 }).code;
  return `importScripts("../judge/typescript-${typescriptVersion}.js");\nself.require = () => ts;\nself.kernelSources = ${JSON.stringify(kernel)};\n${compiler}`;
}

export function kernelSources(root: string): Readonly<Record<string, string>> {
  const files = KERNEL.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts")).map((file) => `${folder}/${file.replaceAll("\\", "/")}`));
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(root, file), "utf8")]));
}

function compiledSamples(root: string, kernel: Readonly<Record<string, string>>): CompiledSample[] {
  return samplePrograms.map((sample) => {
    const source = readFileSync(join(root, sample.file), "utf8");
    const view = (optimization: 0 | 1) => compiledView(built(source, kernel, optimization), PROGRAM_PATH);
    return { ...sample, source, written: view(0), optimized: view(1) };
  });
}

function allocations(root: string, kernel: Readonly<Record<string, string>>): AllocationData[] {
  return sampleFunctions.map((sample) => {
    const source = readFileSync(join(root, sample.file), "utf8");
    const symbol = `${PROGRAM_PATH}#${sample.functionName}`;
    const ir = built(source, kernel, 1).optimized.functions.find((each) => each.symbol === symbol) ?? bug(`${sample.file} has no ${sample.functionName}`);
    return { ...sample, source: functionText(source, sample.functionName), runs: allocationOf(ir) };
  });
}

function built(source: string, kernel: Readonly<Record<string, string>>, optimization: 0 | 1): Built {
  return buildProgram({ read: (path) => (path === PROGRAM_PATH ? source : kernel[path]) }, PROGRAM_PATH, { optimization });
}

/** The text up to the function's end: its lines keep their numbers. */
function functionText(source: string, name: string): string {
  const begin = source.indexOf(`function ${name}(`);
  return source.slice(0, source.indexOf("\n}\n", begin) + 2);
}

function write(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(file, text);
}
