// Random programs (programs.ts), run by QEMU and by our machine: registers, flags and memory compared at the end.
//
//   npx ts-node test/oracle/cpu/compare-programs.ts [--count 1000] [--first 0]
//
// Of a program that ends differently, the shortest beginning that does is looked for: its last instruction is the
// culprit, or at least the first to show it. Needs qemu-aarch64-static. Exit status: 0 if all agree, 1 if not, 2 for a
// bad option.

import { Command } from "commander";
import { UserFault } from "../../../src/base/fault";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { areEqual, changesOf, readChanges } from "./changes";
import { listed } from "./description";
import { Ours } from "./ours";
import { CODE } from "./place";
import { programOf } from "./programs";
import { qemuAnswers, type Request } from "./qemu";
import { window } from "./vectors";

/** Programs in memory at a time. */
const BATCH = 250;
/** Programs whose difference is looked into. */
const SHOWN = 5;

/** Those of `requests` that we answer otherwise than QEMU. */
function differing(ours: Ours, requests: readonly Request[]): { index: number; expected: Uint8Array; got: Uint8Array }[] {
  return qemuAnswers(window(), requests).flatMap((answer, index) => {
    const request = requests[index]!;
    const expected = changesOf(request.state, answer);
    const got = changesOf(request.state, ours.answer(request));
    return areEqual(expected, got) ? [] : [{ index, expected, got }];
  });
}

/** Where `request` first goes another way, in words. */
function explained(ours: Ours, { words, state }: Request): string {
  const beginnings = words.map((_, i) => ({ words: words.slice(0, i + 1), state }));
  const [first] = differing(ours, beginnings);
  if (first === undefined) return "  no beginning of it differs";
  const decoder = standardDecoder();
  const lines = [2, 1, 0].filter((back) => back <= first.index).map((back) => {
    const at = first.index - back;
    return `    ${words[at]!.toString(16).padStart(8, "0")}  ${decoder.disassemble(words[at]!, BigInt(CODE + 4 * at)).replace("\t", " ")}`;
  });
  const texts = (bytes: Uint8Array): Map<string, bigint> => new Map(readChanges(bytes).map(({ what, value }) => [what, value]));
  const [theirs, our] = [texts(first.expected), texts(first.got)];
  const only = (a: Map<string, bigint>, b: Map<string, bigint>): string =>
    listed([...a].filter(([what, value]) => b.get(what) !== value).map(([what, value]) => ({ what, value })));
  return [`  instruction ${first.index}`, ...lines, `    QEMU     ${only(theirs, our)}`, `    ours     ${only(our, theirs)}`].join("\n");
}

function run(first: number, count: number): boolean {
  const ours = new Ours(window());
  let wrong = 0;
  for (let done = 0; done < count; done += BATCH) {
    const programs = Array.from({ length: Math.min(BATCH, count - done) }, (_, i) => programOf(first + done + i));
    for (const { index } of differing(ours, programs)) {
      wrong++;
      console.log(`program ${first + done + index}`);
      if (wrong <= SHOWN) console.log(explained(ours, programs[index]!));
    }
  }
  console.log(`${count} programs, ${wrong} end differently`);
  return wrong === 0;
}

const decimal = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new UserFault(`not a number: ${text}`);
  return Number(text);
};

function main(): void {
  const program = new Command("compare-programs")
    .option("--count <n>", "programs to run", decimal, 1000)
    .option("--first <n>", "the number of the first", decimal, 0);
  try {
    const { first, count } = program.parse().opts<{ first: number; count: number }>();
    process.exitCode = run(first, count) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`compare-programs: ${error.message}`);
    process.exitCode = 2;
  }
}

if (require.main === module) main();
