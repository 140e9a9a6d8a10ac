// A program in its three worlds: Node with the checks, our board, QEMU. What each printed is brought to one form, in which
// the three must be equal to the last character: of a stack trace only the place counts where a trap was, since Node
// names calls otherwise, and what stopped for want of stack stopped somewhere.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildProgram, type BuildOptions } from "../../src/compiler/build";
import { runHosted, type Sources } from "../../src/compiler/hosted/run";
import { REPOSITORY, ROOT } from "./hosted";
import { runOnBoard, runOnQemu } from "./machines";

const PROGRAMS = "test/compiler/programs";

/** Every module of the corpus that has a start(), by its path from the root. */
export function programs(): string[] {
  return readdirSync(join(ROOT, PROGRAMS), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${PROGRAMS}/${file.replaceAll("\\", "/")}`)
    .filter((path) => readFileSync(join(ROOT, path), "utf8").includes("export function start()"))
    .sort();
}

export function onNode(path: string, sources: Sources = REPOSITORY): string {
  const { printed, trappedAt } = runHosted(sources, path);
  return trappedAt === undefined ? printed : `${printed}    at ${trappedAt}\n`;
}

export const imageOf = (path: string, options?: BuildOptions): Uint8Array => buildProgram(REPOSITORY, path, options).image;

export const onBoard = (image: Uint8Array): string => withoutTrace(runOnBoard(image).printed);

export const onQemu = (image: Uint8Array): string => withoutTrace(runOnQemu(image));

/** A call, or what stands for many. */
const OF_TRACE = /^ {4}(at .*|and \d+ more)$/;
const CALL = /^ {4}at .*\((.+:\d+)\)$/;

/** Of the calls that led to a trap, the innermost one's place; of those that led to an uncaught exception, nothing. */
export function withoutTrace(printed: string): string {
  const lines = printed.split("\n");
  let first = lines.length - 1; // Behind the last newline there is nothing.
  while (first > 0 && OF_TRACE.test(lines[first - 1]!)) first--;
  const last = lines[first - 1] ?? "";
  const place = CALL.exec(lines[first]!)?.[1];
  const kept = lines.slice(0, first);
  if (place !== undefined && last.startsWith("trap: ") && last !== "trap: the stack is full") kept.push(`    at ${place}`);
  return kept.map((line) => `${line}\n`).join("") + (OF_TRACE.test(lines[first]!) ? "" : lines[first]!);
}
