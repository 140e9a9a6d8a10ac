// Every case by this course's host and by QEMU, now, and what differs.
//
//   npx ts-node test/host/user/compare-programs.ts [NAME...]
//
// Needs Debian's qemu-user-static, and the programs (fetch-programs.ts).

import { UserFault } from "../../../src/base/fault";
import { CASES } from "./cases";
import { hasQemu, ours, type Outcome, qemus, QEMU } from "./outcome";
import { fetchedPackages } from "./programs";

function main(names: readonly string[]): boolean {
  if (!hasQemu()) throw new UserFault(`no ${QEMU}: install qemu-user-static`);
  if (fetchedPackages() === undefined) throw new UserFault("no programs; run: npx ts-node test/host/user/fetch-programs.ts");
  const cases = CASES.filter(({ name }) => names.length === 0 || names.includes(name));
  const differing = cases.filter((each) => {
    const start = performance.now();
    const [mine, theirs] = [ours(each), qemus(each)];
    const differences = differencesOf(mine, theirs);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log([`${each.name.padEnd(12)} ${differences.length === 0 ? "equal" : "DIFFERS"} (${theirs.stdout.length} bytes, ${seconds} s)`, ...differences].join("\n"));
    return differences.length > 0;
  });
  console.log(`${cases.length} cases, ${differing.length} differ`);
  return differing.length === 0;
}

/** The first line that differs of each part of the outcome. */
function differencesOf(mine: Outcome, theirs: Outcome): string[] {
  return (["status", "stdout", "stderr"] as const).flatMap((part) => {
    const [a, b] = [`${mine[part]}`.split("\n"), `${theirs[part]}`.split("\n")];
    const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i]);
    return at === undefined ? [] : [`  ${part}, line ${at + 1}: ${a[at] ?? "(end)"}`, `  QEMU:${" ".repeat(part.length)}   ${b[at] ?? "(end)"}`];
  });
}

if (require.main === module) {
  try {
    process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`compare-programs: ${error.message}`);
    process.exitCode = 2;
  }
}
