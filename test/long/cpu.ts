// The CPU on its own, for long: any word in any state, the same program at several paces, and every row evaluated
// early and late. `npm test` has few of each (test/machine/cpu).

import { Command } from "commander";
import { standardDecoder } from "../../src/machine/decoder/decoder";
import { fuzzWords, TRANSLATIONS } from "../machine/cpu/fuzz";
import { compareExecutors } from "../machine/cpu/one-meaning";
import { comparePaces } from "../machine/cpu/paces";

const WORDS = 5_000_000;
const PROGRAMS = 1500;
const WORDS_OF_A_ROW = 300;

// Each fault of the guest's is an Error, and its stack nobody reads.
Error.stackTraceLimit = 0;

const { slice } = new Command().requiredOption("--slice <n>", "which words to draw", Number).parse().opts<{ slice: number }>();

const wrong: string[] = [];
for (const [i, translation] of TRANSLATIONS.entries()) {
  const seed = 100 + TRANSLATIONS.length * slice + i;
  wrong.push(...fuzzWords(WORDS, seed, translation));
  console.log(`${WORDS} words executed, translation ${i}`);
  const { different, retired } = comparePaces(PROGRAMS, seed * PROGRAMS, translation);
  wrong.push(...different.map((own) => `program ${own}, translation ${i}: one run is not many steps`));
  console.log(`${PROGRAMS} programs at two paces, ${retired} instructions each`);
}
const { trials, findings } = compareExecutors(standardDecoder().rows, WORDS_OF_A_ROW, 100 + slice);
wrong.push(...findings.map(({ row, what }) => `${row}: ${what}`));
console.log(`${trials} words evaluated early and late`);

for (const each of wrong) console.log(each);
process.exitCode = wrong.length > 0 ? 1 : 0;
