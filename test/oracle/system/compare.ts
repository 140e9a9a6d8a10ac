// What our machine makes of QEMU's cases. For those who write system registers, MMU and exceptions, this is the loop:
//
//   npx ts-node test/oracle/system/compare.ts --class translation
//     --class NAME      this class only: cases/classes.ts lists them
//     --live            ask QEMU now, instead of reading recorded/
//     --slice N         ask QEMU now, about other cases; slice 0 are the recorded ones
//     --summary         one line a class
//     --errata          no comparison, but where QEMU is not the manual
//     --limit N         differences printed for a class (5)
//     --matching TEXT   those only whose description has TEXT in it
//     --case N          this case only, whether it differs or not
//
// A difference shows the case - code, the state before where it is not the usual one, settings, page tables and the
// like in memory - and what differs behind it: QEMU's word for it, then ours. "same" is: as before the case. Every
// case ends with an exception, mostly SVC #1; vector is the address of the vector.
//
// Exit status: 0 if all agree, 1 if not, 2 for a bad option.

import { Command } from "commander";
import { UserFault } from "../../../src/base/fault";
import { casesOf, CLASS_NAMES, type ClassName } from "./cases/classes";
import { compareClass } from "./comparison";
import { describeCase, describeDifference } from "./description";
import { ERRATA } from "./errata";

interface Options {
  readonly class?: string;
  readonly live: boolean;
  readonly slice?: number;
  readonly summary: boolean;
  readonly errata: boolean;
  readonly limit: number;
  readonly matching?: string;
  readonly case?: number;
}

function namesFor(wanted: string | undefined): readonly ClassName[] {
  const names = CLASS_NAMES.filter((name) => wanted === undefined || name === wanted);
  if (names.length === 0) throw new UserFault(`there is no class ${wanted}: ${CLASS_NAMES.join(", ")}`);
  return names;
}

function run(options: Options): boolean {
  if (options.errata) {
    for (const { classes, manual } of ERRATA) console.log(`${classes.join(", ")}: ${manual}`);
    return true;
  }
  const slice = options.slice ?? (options.live ? 0 : undefined);
  let [cases, different] = [0, 0];
  for (const name of namesFor(options.class)) {
    const { case: only, matching = "" } = options;
    if (only !== undefined) {
      const one = casesOf(name, slice)[only];
      if (one !== undefined) console.log(describeCase(one, only));
    }
    const result = compareClass(name, slice);
    const differences = result.differences.filter(({ number }) => only === undefined || number === only)
      .map((difference) => describeDifference(difference)).filter((text) => text.includes(matching));
    if (!options.summary) for (const text of differences.slice(0, options.limit)) console.log(text);
    console.log(`${name}: ${result.cases.length} cases, ${differences.length} differ`);
    cases += result.cases.length;
    different += differences.length;
  }
  console.log(`${cases} cases, ${different} differ`);
  return different === 0;
}

const decimal = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new UserFault(`not a number: ${text}`);
  return Number(text);
};

function main(): void {
  const program = new Command("compare")
    .option("--class <name>", "this class only")
    .option("--live", "ask QEMU now", false)
    .option("--slice <n>", "ask QEMU now, about other cases", decimal)
    .option("--summary", "counts only", false)
    .option("--errata", "where QEMU is not the manual", false)
    .option("--limit <n>", "differences printed for a class", decimal, 5)
    .option("--matching <text>", "those only that have it in their description")
    .option("--case <n>", "this case only", decimal);
  try {
    process.exitCode = run(program.parse().opts<Options>()) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`compare: ${error.message}`);
    process.exitCode = 2;
  }
}

if (require.main === module) main();
