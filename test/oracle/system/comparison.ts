// Our reports against QEMU's, case by case.

import { bug } from "../../../src/base/bug";
import type { MachineEngine } from "../../../src/machine/cpu/engine";
import type { Case } from "./case";
import { casesOf, CLASSES, type ClassName } from "./cases/classes";
import { askedFor, corrected, spared } from "./errata";
import { ourReports } from "./ours";
import { qemuOutput } from "./qemu";
import { recordedOutput } from "./recording";
import { readReports, type Report } from "./report";

export interface Difference {
  readonly number: number;
  readonly case: Case;
  readonly expected: Report;
  /** Undefined: the case did not end. */
  readonly got: Report | undefined;
  /** What differs, by name. */
  readonly names: readonly string[];
}

/** The exception classes that set FAR_EL1; behind any other it is UNKNOWN (Arm ARM, "FAR_EL1"). */
const SETS_FAR = new Set([0x20n, 0x21n, 0x22n, 0x24n, 0x25n, 0x34n, 0x35n]);

/** What a program may rely on. */
function architectural(report: Report): Report {
  const syndrome = report.get("ESR_EL1") ?? 0n;
  if (SETS_FAR.has(syndrome >> 26n)) return report;
  return new Map([...report].filter(([name]) => name !== "FAR_EL1"));
}

export interface Result {
  readonly name: ClassName;
  readonly cases: readonly Case[];
  readonly differences: readonly Difference[];
}

/** `slice`: against what QEMU says now of these cases; undefined: against what is recorded. */
export function compareClass(name: ClassName, slice?: number, engine?: () => MachineEngine): Result {
  const cases = casesOf(name, slice);
  const asked = cases.map((one) => askedFor(name, one));
  const output = slice === undefined ? recordedOutput(name, asked) : qemuOutput(asked, CLASSES[name].cpu);
  const reports = readReports(output);
  const said = cases.map((one, i) => reports.get(i) ?? bug(`QEMU reports nothing of "${one.title}"`));
  return { name, cases, differences: compare(name, cases, said, ourReports(cases, undefined, engine)) };
}

/** `said`: what QEMU said of what it was asked (errata.ts). */
export function compare(name: ClassName, cases: readonly Case[], said: readonly Report[], got: readonly (Report | undefined)[]): Difference[] {
  return cases.flatMap((one, number) => {
    const expected = architectural(corrected(name, one, said[number]!));
    const ours = got[number] && architectural(got[number]);
    const left = spared(name, one, expected);
    const keys = new Set([...expected.keys(), ...(ours?.keys() ?? [])]);
    const names = [...keys].filter((key) => !left.includes(key) && expected.get(key) !== ours?.get(key));
    return names.length === 0 && ours !== undefined ? [] : [{ number, case: one, expected, got: ours, names }];
  });
}
