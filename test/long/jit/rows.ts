// Every vector of test/oracle/cpu, and every case of test/oracle/system, compiled: `npm test` has a sample
// (test/machine/jit/oracle.test.ts).

import { describeDifference } from "../../oracle/cpu/description";
import { describeDifference as describeCase } from "../../oracle/system/description";
import { CLASS_NAMES } from "../../oracle/system/cases/classes";
import { compareCases } from "../../machine/jit/system-cases";
import { CLASSES, compareVectors } from "../../machine/jit/vectors";

/** Of a row, so many differences are shown. */
const SHOWN = 2;

export function tryRows(sample: number): string[] {
  const wrong: string[] = [];
  let [asked, compiled] = [0, 0];
  const begin = Date.now();
  for (const name of CLASSES) {
    const outcome = compareVectors(sample, [name]);
    asked += outcome.asked;
    compiled += outcome.compiled;
    for (const { row, differences } of outcome.results) {
      wrong.push(...differences.slice(0, SHOWN).map((each) => `${row.name}\n${describeDifference(row, each)}`));
    }
  }
  console.log(`${asked} vectors, ${compiled} of them by compiled code alone, ${wrong.length === 0 ? "none" : "some"} wrong, ${Math.round((Date.now() - begin) / 1000)} s`);
  for (const name of CLASS_NAMES) {
    const { cases, differences } = compareCases(name, sample);
    console.log(`${cases} of the system's cases, ${name}: ${differences.length} of them otherwise`);
    wrong.push(...differences.slice(0, SHOWN).map(describeCase));
  }
  return wrong;
}
