// A case and a difference in words.

import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { type Case, settingOf, stateOf } from "./case";
import type { Difference } from "./comparison";
import { CODE } from "./place";
import type { Report } from "./report";
import { nameOf, SETTINGS, STATE_SIZE, TRANSLATION_SETTINGS } from "./settings";

const hex = (value: bigint): string => `0x${value.toString(16)}`;

/** The code, and what is not as it is without being said. */
export function describeCase(one: Case, number: number): string {
  const decoder = standardDecoder();
  const last = one.words.findLastIndex((word) => word !== 0);
  const code = one.words.slice(0, last + 1).map((word, i) => {
    const at = CODE + 4 * i;
    return `    ${at.toString(16)}  ${word.toString(16).padStart(8, "0")}  ${decoder.disassemble(word, BigInt(at)).replace("\t", " ")}`;
  });
  const state = stateOf(one);
  const plain = stateOf({ title: "", words: [], ...(one.base !== undefined && { base: one.base }) });
  const before = Array.from({ length: STATE_SIZE }, (_, i) => i).filter((i) => state[i] !== plain[i]).map((i) => `${nameOf(i)}=${hex(state[i]!)}`);
  const settings = [...TRANSLATION_SETTINGS, ...SETTINGS].filter((name) => one.settings?.[name] !== undefined)
    .map((name) => `${name}=${hex(settingOf(one, name))}`);
  const pokes = (one.pokes ?? []).slice(0, 8).map(([address, value]) => `[${hex(BigInt(address))}]=${hex(value)}`);
  return [
    `  case ${number}: ${one.title}`, ...code.slice(0, 24), `    before   ${before.join("  ")}`, `    settings ${settings.join("  ")}`,
    ...(pokes.length > 0 ? [`    memory   ${pokes.join("  ")}`] : []),
    ...(one.interrupt === undefined ? [] : [`    pending  ${one.interrupt}`]),
  ].join("\n");
}

export function describeDifference({ case: one, number, expected, got, names }: Difference): string {
  return [describeCase(one, number), `    QEMU     ${listed(expected, names)}`, `    ours     ${got === undefined ? "does not end" : listed(got, names)}`].join("\n");
}

/** "X0=0x5  ESR_EL1=same": same as before. */
const listed = (report: Report, names: readonly string[]): string => names.map((name) => {
  const value = report.get(name);
  return `${name}=${value === undefined ? "same" : hex(value)}`;
}).join("  ");

export const describeReport = (report: Report): string => listed(report, [...report.keys()]);
