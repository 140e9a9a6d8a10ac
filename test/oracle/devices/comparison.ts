// Ours beside QEMU's, a step at a time.

import { ourAnswers } from "./ours";
import { asks, textOf, type Step } from "./step";
import type { Drawn, Subject } from "./subject";

export interface Difference {
  readonly index: number;
  readonly step: string;
  readonly qemu: string;
  readonly ours: string;
}

/** What QEMU is asked of `drawn`, and where in it each step's answer will be; -1: nowhere. */
export function questions(drawn: readonly Drawn[]): { readonly asked: Step[]; readonly places: number[] } {
  const asked: Step[] = [];
  const places = drawn.map(({ step, asked: instead }) => {
    asked.push(...(instead ?? [step]));
    return instead?.length === 0 ? -1 : asked.length - 1;
  });
  return { asked, places };
}

export const answersAt = (answers: readonly string[], places: readonly number[]): string[] =>
  places.map((place) => answers[place] ?? "");

/** `answers` are QEMU's, one a step. */
export function compare(subject: Subject, drawn: readonly Drawn[], answers: readonly string[]): Difference[] {
  const ours = ourAnswers(subject, drawn.map(({ step }) => step));
  return drawn.flatMap((one, index) => {
    if (!asks(one.step)) return [];
    const qemu = expected(one, answers[index]!);
    const own = one.spared === undefined ? ours[index]! : without(ours[index]!, one.spared);
    return qemu === own ? [] : [{ index, step: textOf(one.step), qemu, ours: own }];
  });
}

function expected({ correct, spared }: Drawn, answer: string): string {
  const corrected = correct === undefined ? answer : correct(BigInt(`0x${answer}`)).toString(16);
  return spared === undefined ? corrected : without(corrected, spared);
}

const without = (answer: string, bits: bigint): string => (BigInt(`0x${answer}`) & ~bits).toString(16);

/** The difference, and the steps before it. */
export function describe({ index, step, qemu, ours }: Difference, drawn: readonly Drawn[]): string {
  const before = drawn.slice(Math.max(0, index - 12), index).map((one) => textOf(one.step)).join("; ");
  return `step ${index}, ${step}: QEMU's ${qemu}, ours ${ours}; before it: ${before}`;
}
