// The system for long: our MMU beside the model, and guests that try to break the machine. `npm test` has few of each
// (test/machine/mmu/agreement.test.ts, test/machine/exceptions/bad-guests.test.ts).

import { Command } from "commander";
import { runBadGuests } from "../machine/exceptions/bad-guests";
import { compareTranslations } from "../machine/mmu/agreement";

const ADDRESSES = 100_000;
const CASES = 100_000;

const { slice } = new Command().requiredOption("--slice <n>", "which worlds to draw", Number).parse().opts<{ slice: number }>();

// Behind those of `npm test`.
const seed = 1_000_000 * (1 + slice);
const { addresses, differences } = compareTranslations(ADDRESSES, seed);
console.log(`${addresses} addresses translated`);
const broken = runBadGuests(CASES, seed);
console.log(`${CASES} cases of bad guests`);

for (const each of [...differences, ...broken]) console.log(each);
process.exitCode = differences.length + broken.length > 0 ? 1 : 0;
