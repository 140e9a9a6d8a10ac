// Code quality: instructions that our machine retires from the first to the last, in images compiled by us and by gcc,
// of the same small programs. What both print must be equal.
//
//   npx ts-node test/bench/compiler/quality.ts [KERNEL...]

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildProgram } from "../../../src/compiler/build";
import { runOnBoard } from "../../compiler/machines";
import { compileByGcc, hasGcc } from "./gcc";

export const KERNELS = ["crc32", "sieve", "quicksort", "sha256", "fib", "string-search", "hash-map", "matrix"] as const;

const HERE = "test/bench/compiler/kernels";
const ROOT = join(__dirname, "../../..");
const LIMIT = 200_000_000;

const sources = {
  read: (path: string): string | undefined => {
    try {
      return readFileSync(join(ROOT, path), "utf8");
    } catch {
      return undefined; // Asked for before it is known whether there is one.
    }
  },
};

interface Quality {
  readonly kernel: string;
  readonly ours: number;
  readonly O1: number;
  readonly O2: number;
}

export function qualityOf(kernel: string): Quality {
  const { printed, retired: ours } = runOnBoard(buildProgram(sources, `${HERE}/${kernel}.ts`).image, LIMIT);
  const [O1, O2] = (["-O1", "-O2"] as const).map((level) => {
    const run = runOnBoard(compileByGcc(join(ROOT, HERE, `${kernel}.c`), level), LIMIT);
    if (run.printed !== printed) throw new Error(`${kernel}: ours prints ${printed}, gcc's ${run.printed}`);
    return run.retired;
  });
  return { kernel, ours, O1: O1!, O2: O2! };
}

export const geometricMean = (ratios: readonly number[]): number =>
  Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);

export function reportQuality(kernels: readonly string[] = KERNELS): void {
  if (!hasGcc()) {
    console.log("code quality: there is no aarch64-linux-gnu-gcc to compare with");
    return;
  }
  const rows = kernels.map((kernel) => {
    const row = qualityOf(kernel);
    const { ours, O1, O2 } = row;
    console.log(`${kernel.padEnd(14)}${ours.toLocaleString("en").padStart(14)} instructions, ${(ours / O1).toFixed(2)} times gcc -O1's, ${(ours / O2).toFixed(2)} times -O2's`);
    return row;
  });
  const mean = (level: "O1" | "O2"): string => geometricMean(rows.map((row) => row.ours / row[level])).toFixed(2);
  console.log(`geometric mean: ${mean("O1")} times gcc -O1's, ${mean("O2")} times -O2's  target 3`);
}

if (require.main === module) reportQuality(process.argv.length > 2 ? process.argv.slice(2) : KERNELS);
