// The question as the student reads it, made from the variant alone.

import { hex } from "../../03-system-registers/notation";
import { Draw } from "../../draw";
import type { ForeignCpu, ForeignEvent } from "../questions";
import { type Call, drawEntry, drawReturn } from "./calls";
import { decideEntry } from "./decide";
import { type EntryVariant, STATUS_BITS, type StatusField } from "./variant";

/** What the handout shows; always the same, for it is part of the question. */
export function exampleCalls(variant: EntryVariant): Call[] {
  const { processor, base, exceptions, levels } = variant;
  const draw = new Draw(`${processor} ${base} ${exceptions.map(({ number }) => number).join()}`);
  const first = (kind: string) => exceptions.find((exception) => exception.kind === kind)!;
  return [
    drawEntry(draw, variant, first("call")), drawEntry(draw, variant, first("fault")), drawEntry(draw, variant, first("interrupt")),
    drawReturn(draw, variant, levels - 1, 0), drawReturn(draw, variant, 1, 2),
  ];
}

export function entryHandout(variant: EntryVariant): string {
  const { processor, levels, step, base, spacing, groupBytes, cause } = variant;
  const wrong = variant.exceptions.at(-1)!;
  return [
    `The ${processor} is a processor that was never built. Its instructions have ${step} bytes. It has ${levels} levels, 0 to ${levels - 1}; programs`,
    `run at level 0. Its status register has ${STATUS_BITS} bits; those that are no field are 0:`,
    "",
    ...indented(table([["bits", "field", "when an exception is taken", "behind a return"], ...variant.fields.map(fieldRow)])),
    "",
    "These are its exceptions:",
    "",
    ...indented(table([["number", "name", "kind", "to level", "masked by", "sets"], ...variant.exceptions.map(({ number, name, kind, level, mask, sets }) =>
      [String(number), name, kind, String(level), mask === "" ? "-" : mask, sets.length === 0 ? "-" : sets.join(", ")])])),
    "",
    "No exception goes down: at a higher level than the table's, it is taken to the level where it happens. One whose mask is 1",
    variant.maskedFromBelow
      ? "has to wait, and nothing changes."
      : "has to wait, and nothing changes; but a mask counts only for what would be taken to the level where it happens.",
    "",
    "Each level above 0 has a pair of its own, where it saves `pc` and `status` as they were: `pc` is where the instruction",
    `is that calls, that faults, or that would have been the next one; but of a call, ${step} more than that is saved. Then`,
    "",
    ...indented([
      `cause    becomes the number of the exception from bit ${cause.number} on, and the level where it happened from bit ${cause.from} on`,
      "status   becomes what the table of fields says",
      `pc       becomes ${hex(base)} + ${hex(groupBytes)} * group + ${hex(spacing)} * number`,
    ]),
    "",
    GROUPS[variant.groups],
    "",
    "A return, at a level above 0, takes `pc` from the pair of that level, and the status as the table says. Nothing else",
    `changes, not even the pair. At level 0 there is no return: it is exception ${wrong.number} instead. And where the LEVEL that was`,
    `saved is higher than the level that returns${levels === 4 ? "" : ", or there is no such level"}, the return is wrong:`,
    variant.illegal === "trap"
      ? `it is exception ${wrong.number} instead, and nothing else of it happens.`
      : "LEVEL stays as it is, WRONG becomes 1, and everything else is as behind any other return.",
    "",
    "Write `foreignException({ pc, status, cause, saved }, event)`, which gives all four as they are then, or undefined if the",
    "exception has to wait. `saved` is a list of { pc, status }, level 1's first; `event` is { kind: \"exception\", number } or",
    "{ kind: \"return\" }. For example:",
    "",
    ...indented(exampleCalls(variant).flatMap(([cpu, event]) => [callText(cpu, event), `    ${answerText(decideEntry(variant, cpu, event))}`])),
  ].join("\n");
}

const GROUPS: Readonly<Record<EntryVariant["groups"], string>> = {
  from: "where the group is the level where it happened.",
  "lower first": "where the group is 0 if it happened at a lower level than it is taken to, and 1 otherwise.",
  "same first": "where the group is 0 if it happened at the level that it is taken to, and 1 otherwise.",
};

export const callText = (cpu: ForeignCpu, event: ForeignEvent): string =>
  `${event.kind === "return" ? "return" : `exception ${event.number}`} of ${answerText(cpu)}`;

export const answerText = (answer: ForeignCpu | undefined): string => (answer === undefined ? "undefined: it has to wait" : cpuText(answer));

const cpuText = ({ pc, status, cause, saved }: ForeignCpu): string =>
  `{ pc: ${hex(pc)}, status: ${hex(status)}, cause: ${hex(cause)}, saved: [${saved.map((pair) => `{ pc: ${hex(pair.pc)}, status: ${hex(pair.status)} }`).join(", ")}] }`;

function fieldRow({ name, high, low, atEntry, atReturn }: StatusField): string[] {
  const entry = {
    level: "the level that it is taken to", "set by some": "1, if the exception sets it, or as it was", kept: "as it was", zero: "0", one: "1",
  }[atEntry];
  return [high === low ? String(low) : `${high}:${low}`, name, entry, atReturn === "saved" ? "as it was saved" : "as it is"];
}

function table(lines: readonly (readonly string[])[]): string[] {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd());
}

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
