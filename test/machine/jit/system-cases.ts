// The cases of test/oracle/system on compiled code, against what is recorded of QEMU: all of a class, or one of so many.

import { bug } from "../../../src/base/bug";
import { createJit } from "../../../src/machine/jit/jit";
import { casesOf, type ClassName } from "../../oracle/system/cases/classes";
import { compare, type Difference } from "../../oracle/system/comparison";
import { askedFor } from "../../oracle/system/errata";
import { ourReports } from "../../oracle/system/ours";
import { recordedOutput } from "../../oracle/system/recording";
import { readReports } from "../../oracle/system/report";

export interface CaseOutcome {
  /** How many were compared. */
  readonly cases: number;
  readonly differences: readonly Difference[];
}

/** What compiled code reports otherwise than QEMU, in one case of `every`. */
export function compareCases(name: ClassName, every = 1): CaseOutcome {
  const all = casesOf(name);
  const reports = readReports(recordedOutput(name, all.map((one) => askedFor(name, one))));
  const chosen = all.map((one, i) => ({ one, said: reports.get(i) ?? bug(`QEMU reports nothing of "${one.title}"`) }))
    .filter((_, i) => i % every === 0);
  const cases = chosen.map(({ one }) => one);
  const got = ourReports(cases, undefined, () => createJit({ isEager: true }));
  return { cases: cases.length, differences: compare(name, cases, chosen.map(({ said }) => said), got) };
}
