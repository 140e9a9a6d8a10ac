// The solution to a variant, as a student of the house would write it.

import { fieldCalled } from "./decide";
import type { EntryVariant, ForeignException, StatusField } from "./variant";

export function entrySolution(variant: EntryVariant): string {
  const { processor, fields, exceptions, step, levels, base, groupBytes, spacing, cause } = variant;
  const entryMask = (atEntry: StatusField["atEntry"]): string => maskOf(fields.filter((field) => field.atEntry === atEntry));
  const lowestBits = fields.filter(({ atEntry }) => atEntry === "one").reduce((word, { low }) => word | (1 << low), 0);
  const group = { from: "from", "lower first": "from === target ? 1 : 0", "same first": "from === target ? 0 : 1" }[variant.groups];
  const { low: level } = fieldCalled(variant, "LEVEL");
  return `import type { ExceptionQuestions, ForeignCpu } from "../../src/course/exercises/05-exceptions/questions";

/** An exception of a ${processor}. */
interface Row {
  readonly level: number;
  readonly mask: number;
  readonly sets: number;
  readonly isCall: boolean;
}

const ROWS: Readonly<Record<number, Row>> = {
${exceptions.map((exception) => `  ${exception.number}: ${rowCode(variant, exception)},`).join("\n")}
};
const WRONG_RETURN = ${exceptions.at(-1)!.number};

/** Bits of the status register, by what becomes of them. */
const KEPT_AT_ENTRY = ${hex(Number(entryMask("set by some")) | Number(entryMask("kept")))};
const SET_AT_ENTRY = ${hex(lowestBits)};
const FROM_SAVED = ${maskOf(fields.filter(({ atReturn }) => atReturn === "saved"))};
const KEPT_AT_RETURN = ${maskOf(fields.filter(({ atReturn }) => atReturn === "kept"))};
const LEVEL = ${hex(3 << level)};
${variant.illegal === "half" ? `const WRONG = ${maskOf([fieldCalled(variant, "WRONG")])};\n` : ""}
const levelOf = (status: number): number => ${level === 0 ? "status & LEVEL" : `(status & LEVEL) >> ${level}`};

export const foreignException: ExceptionQuestions["foreignException"] = (cpu, event) =>
  event.kind === "return" ? returned(cpu) : taken(cpu, event.number);

function taken(cpu: ForeignCpu, number: number): ForeignCpu | undefined {
  const row = ROWS[number];
  if (row === undefined) return undefined;
  const from = levelOf(cpu.status);
  const target = Math.max(from, row.level);
  if ((cpu.status & row.mask) !== 0${variant.maskedFromBelow ? "" : " && target === from"}) return undefined;
  const saved = [...cpu.saved];
  saved[target - 1] = { pc: row.isCall ? cpu.pc + ${step} : cpu.pc, status: cpu.status };
  const group = ${group};
  return {
    pc: ${hex(base)} + ${hex(groupBytes)} * group + ${hex(spacing)} * number,
    status: (cpu.status & KEPT_AT_ENTRY) | row.sets | SET_AT_ENTRY | ${shifted("target", level)},
    cause: ${shifted("number", cause.number)} | ${shifted("from", cause.from)},
    saved,
  };
}

function returned(cpu: ForeignCpu): ForeignCpu | undefined {
  const from = levelOf(cpu.status);
  const pair = cpu.saved[from - 1];
  if (pair === undefined) return taken(cpu, WRONG_RETURN);
  const { pc, status } = pair;
  const isWrong = levelOf(status) > from${levels === 4 ? "" : ` || levelOf(status) >= ${levels}`};
${variant.illegal === "trap" ? "  if (isWrong) return taken(cpu, WRONG_RETURN);\n" : ""}  const behind = (status & FROM_SAVED) | (cpu.status & KEPT_AT_RETURN);
  return { ...cpu, pc, status: ${variant.illegal === "trap" ? "behind" : "isWrong ? (behind & ~LEVEL) | (cpu.status & LEVEL) | WRONG : behind"} };
}
`;
}

const hex = (value: number): string => `0x${value.toString(16)}`;

const shifted = (value: string, places: number): string => (places === 0 ? value : `(${value} << ${places})`);

const maskOf = (fields: readonly StatusField[]): string =>
  hex(fields.reduce((mask, { high, low }) => mask | (((1 << (high - low + 1)) - 1) << low), 0));

function rowCode(variant: EntryVariant, { level, mask, sets, kind }: ForeignException): string {
  const bits = (names: readonly string[]): string => maskOf(names.map((name) => fieldCalled(variant, name)));
  return `{ level: ${level}, mask: ${bits(mask === "" ? [] : [mask])}, sets: ${bits(sets)}, isCall: ${kind === "call"} }`;
}
