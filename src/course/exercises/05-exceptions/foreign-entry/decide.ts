// What the processor of a variant does: the reference, field by field, as the handout's table has them.

import { bug } from "../../../../base/bug";
import type { ForeignCpu, ForeignEvent } from "../questions";
import type { EntryVariant, ForeignException, StatusField } from "./variant";

export function decideEntry(variant: EntryVariant, cpu: ForeignCpu, event: ForeignEvent): ForeignCpu | undefined {
  if (event.kind === "return") return returned(variant, cpu);
  const exception = variant.exceptions.find(({ number }) => number === event.number) ?? bug(`there is no exception ${event.number}`);
  return taken(variant, cpu, exception);
}

export function fieldCalled({ fields }: EntryVariant, name: string): StatusField {
  return fields.find((field) => field.name === name) ?? bug(`there is no field ${name}`);
}

export const valueOf = ({ high, low }: StatusField, status: number): number => Math.floor(status / 2 ** low) % 2 ** (high - low + 1);

/** A status register made of fields; what is none is 0. */
export const statusOf = ({ fields }: EntryVariant, value: (field: StatusField) => number): number =>
  fields.reduce((status, field) => status + value(field) * 2 ** field.low, 0);

function taken(variant: EntryVariant, cpu: ForeignCpu, { number, kind, level: lowest, mask, sets }: ForeignException): ForeignCpu | undefined {
  const from = valueOf(fieldCalled(variant, "LEVEL"), cpu.status);
  const target = Math.max(from, lowest);
  const maskCounts = mask !== "" && (target === from || variant.maskedFromBelow);
  if (maskCounts && valueOf(fieldCalled(variant, mask), cpu.status) === 1) return undefined;

  const status = statusOf(variant, (field) => {
    switch (field.atEntry) {
      case "level": return target;
      case "set by some": return sets.includes(field.name) ? 1 : valueOf(field, cpu.status);
      case "kept": return valueOf(field, cpu.status);
      case "zero": return 0;
      case "one": return 1;
    }
  });
  const saved = { pc: kind === "call" ? cpu.pc + variant.step : cpu.pc, status: cpu.status };
  return {
    pc: variant.base + groupOf(variant, from, target) * variant.groupBytes + number * variant.spacing,
    status,
    cause: number * 2 ** variant.cause.number + from * 2 ** variant.cause.from,
    saved: cpu.saved.map((pair, i) => (i === target - 1 ? saved : pair)),
  };
}

function groupOf({ groups }: EntryVariant, from: number, target: number): number {
  switch (groups) {
    case "from": return from;
    case "lower first": return from === target ? 1 : 0;
    case "same first": return from === target ? 0 : 1;
  }
}

function returned(variant: EntryVariant, cpu: ForeignCpu): ForeignCpu | undefined {
  const levelField = fieldCalled(variant, "LEVEL");
  const from = valueOf(levelField, cpu.status);
  const wrong = variant.exceptions.at(-1)!;
  if (from === 0) return taken(variant, cpu, wrong);
  const pair = cpu.saved[from - 1]!;
  const to = valueOf(levelField, pair.status);
  const isIllegal = to > from || to >= variant.levels;
  if (isIllegal && variant.illegal === "trap") return taken(variant, cpu, wrong);
  const status = statusOf(variant, (field) => {
    if (isIllegal && field.name === "LEVEL") return from;
    if (isIllegal && field.name === "WRONG") return 1;
    return valueOf(field, field.atReturn === "saved" ? pair.status : cpu.status);
  });
  return { ...cpu, pc: pair.pc, status };
}
