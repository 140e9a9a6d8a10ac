// How long a build takes: hello, and the largest program of the tests, from sources to image and ELF file; the first
// build of a process also parses the runtime and builds the encoder.

import { buildProgram } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";
import { programs } from "../../compiler/three-ways";

function secondsOf(path: string): number {
  const start = process.hrtime.bigint();
  buildProgram(REPOSITORY, path);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

export function reportBuildTimes(): void {
  const sizeOf = (path: string): number => REPOSITORY.read(path)!.length;
  const largest = programs().reduce((most, path) => (sizeOf(path) > sizeOf(most) ? path : most));
  const lines = REPOSITORY.read(largest)!.split("\n").length;
  console.log(`build ${largest} (${lines} lines), the first of a process: ${secondsOf(largest).toFixed(2)} s  target 5 s`);
  console.log(`the same again: ${secondsOf(largest).toFixed(2)} s`);
}

if (require.main === module) reportBuildTimes();
