// Compiled code for long, beside the interpreter and what QEMU has recorded:
//
//   npx ts-node test/long/jit.ts TRIAL [--slice N] [--minutes M] [--sample N] [--count N]
//
// rows      every recorded vector of every row, or one of --sample
// programs  --count random programs, other ones in each slice
// lockstep  30 million instructions of Debian's boot, compared behind each block
// hash      whole boots end in the same state on both engines
// soak      Linux runs programs in a loop for --minutes: memory and what is compiled must not grow for ever

import { Command } from "commander";
import { UserFault } from "../../src/base/fault";
import { tryBoots } from "./jit/boots";
import { tryLockstep } from "./jit/lockstep";
import { tryPrograms } from "./jit/programs";
import { tryRows } from "./jit/rows";
import { soak } from "./jit/soak";

export interface JitOptions {
  readonly slice: number;
  readonly minutes: number;
  readonly sample: number;
  readonly count: number;
}

/** Each returns what was wrong. */
const TRIALS: Readonly<Record<string, (options: JitOptions) => readonly string[]>> = {
  rows: ({ sample }) => tryRows(sample),
  programs: ({ slice, count }) => tryPrograms(slice, count),
  lockstep: tryLockstep,
  hash: tryBoots,
  soak: ({ minutes }) => soak(minutes),
};

const whole = (text: string): number => {
  if (!/^\d{1,7}$/.test(text)) throw new UserFault(`not a number: ${text}`);
  return Number(text);
};

function main(): void {
  const command = new Command("jit")
    .argument("<trial>", Object.keys(TRIALS).join(", "))
    .option("--slice <n>", "which random programs", whole, 0)
    .option("--minutes <n>", "how long soak runs", whole, 10)
    .option("--sample <n>", "rows: one vector of so many", whole, 1)
    .option("--count <n>", "how many random programs", whole, 10_000)
    .parse();
  const name = command.args[0]!;
  const trial = TRIALS[name];
  if (trial === undefined) throw new UserFault(`no trial ${name}; there are ${Object.keys(TRIALS).join(", ")}`);
  const wrong = trial(command.opts<JitOptions>());
  for (const each of wrong) console.log(each);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

try {
  main();
} catch (error) {
  if (!(error instanceof UserFault)) throw error;
  console.error(`jit: ${error.message}`);
  process.exitCode = 2;
}
