// `npm run tours`: runs the tour of every chapter.

import { join } from "node:path";
import { HOUSE } from "../course/house";
import { runTours } from "../course/weave/tours";

async function main(): Promise<void> {
  for (const { tour, lines, seconds, fault } of await runTours({ root: join(__dirname, "../.."), house: HOUSE })) {
    if (fault === undefined) process.stdout.write(`${tour}: ${lines} lines in ${seconds.toFixed(1)} s\n`);
    else {
      process.stderr.write(`${fault.message}\n`);
      process.exitCode = 1;
    }
  }
}

void main();
