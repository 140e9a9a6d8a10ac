// Random operations on the kernel's tables against a model, on our board, whose tables are watched,
// and on QEMU, where the answers are the same:
//
//   npx ts-node test/unikernel/memory/compare-operations.ts [--count N] [--first SEED] [--slices M]
//
// Without options: 100,000, in twenty runs.

import { Command } from "commander";
import { runOnQemu } from "../../compiler/machines";
import { faultless, OperationImages, withoutDigest } from "./operations";
import { runWatched } from "./table-watch";

const LIMIT = 100_000_000_000;

/** What is wrong with one run of each machine. */
function flawsOf(image: Uint8Array, operations: number): string[] {
  const { printed, violations, dangerous } = runWatched(image, LIMIT);
  const flaws = [...violations];
  if (withoutDigest(printed) !== faultless(operations)) flaws.push(`our board: ${printed}`);
  if (dangerous > 0) flaws.push(`${dangerous} pages are writable and executable`);
  const others = runOnQemu(image);
  if (others !== printed) flaws.push(`QEMU: ${others}`);
  return flaws;
}

function main(): void {
  const { count, first, slices } = new Command()
    .option("--count <n>", "operations, of all runs together", Number, 100_000)
    .option("--first <n>", "the first run's seed", Number, 1)
    .option("--slices <n>", "runs", Number, 20)
    .parse().opts<{ count: number; first: number; slices: number }>();
  const images = new OperationImages();
  const operations = Math.trunc(count / slices);
  let differences = 0;
  for (let slice = 0; slice < slices; slice++) {
    const flaws = flawsOf(images.of(operations, first + slice), operations);
    for (const flaw of flaws) console.log(flaw);
    differences += flaws.length;
    console.log(`seed ${first + slice}: ${operations} operations, ${flaws.length} differences`);
  }
  console.log(`${operations * slices} operations on our board and on QEMU: ${differences} differences from the model, lost pages included`);
  if (differences > 0) process.exitCode = 1;
}

main();
