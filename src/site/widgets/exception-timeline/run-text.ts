/** What a run's moments say in words. */
import { explainSyndrome } from "../../../formats/syndromes/syndrome";
import { type Cause, causeText } from "../../../machine/cpu/exception";
import { levelOf, NZCV_SHIFT, stackPointerOf } from "../../../machine/sysregs/pstate";
import { placeOf, type Program } from "../machine/program";
import type { ExceptionRun, State, Step } from "./exception-run";

/** "vectors + 0x400", or the address where nothing has a name. */
export function placeText(address: bigint, program: Program): string {
  const place = placeOf(address, program)?.replace(/\d+$/, (offset) => `0x${Number(offset).toString(16)}`);
  return place ?? `0x${address.toString(16)}`;
}

/** The line of the program at an address, without its comment: "svc #0". */
export function instructionAt(address: bigint, { lines }: Program): string {
  const line = lines.find((each) => each.address === address && each.says !== undefined);
  return line === undefined ? "" : line.text.replace(/\/\/.*$/, "").replace(/^\s*\w+:/, "").trim().replace(/\s+/g, " ");
}

/** What an exception is called over the line of time. */
export function shortName({ kind }: Cause): string {
  switch (kind) {
    case "data abort": case "instruction abort": return "abort";
    case "software step": return "step";
    default: return kind;
  }
}

/** What led to the state behind `time` steps. */
export function happenedText({ states, steps, program }: ExceptionRun, time: number): string {
  const step = steps[time - 1];
  if (step === undefined) return "The processor as it is behind a cold reset: at EL1, and everything masked.";
  const from = states[time - 1]!;
  const to = states[time]!;
  const text = instructionAt(from.pc, program);
  switch (step.kind) {
    case "instruction": return `${text} was executed.`;
    case "return": return `eret: from EL${from.level} to EL${to.level}, on at ${placeText(to.pc, program)}.`;
    case "exception": return `${exceptionText(step)}: from EL${from.level} to EL${to.level}, on at ${placeText(to.pc, program)}. ${doneText(step, text)}`;
  }
}

type Taken = Extract<Step, { readonly kind: "exception" }>;

const exceptionText = ({ cause }: Taken): string => causeText(cause).replace(/^./, (letter) => letter.toUpperCase());

function doneText({ isDone, cause }: Taken, text: string): string {
  if (isDone) return `${text} is complete.`;
  return cause.kind === "IRQ" || cause.kind === "software step" ? `${text} has not begun.` : `${text} was not completed.`;
}

/** Why the line ends where it does; "" before its end. */
export function endText({ steps, end }: ExceptionRun, time: number): string {
  if (time < steps.length) return "";
  return end === "asleep" ? "It waits for an interrupt, and none comes." : "It goes on like this; the figure does not.";
}

/** What SPSR_EL1 keeps: "EL0, nothing masked, NZCV 0110". */
export function savedText(spsr: bigint): string {
  const bits = Number(spsr);
  const level = levelOf(bits);
  const masks = [...("DAIF" as const)].filter((_, i) => (bits & (1 << (9 - i))) !== 0).join("");
  const stack = level === 1 && stackPointerOf(bits) === 0 ? " on SP_EL0" : "";
  const others = [["PAN", 22], ["SS", 21], ["IL", 20]].filter(([, bit]) => (bits & (1 << Number(bit))) !== 0).map(([name]) => name);
  return [`EL${level}${stack}`, masks === "" ? "nothing masked" : `${masks} masked`, ...others, `NZCV ${((bits >>> NZCV_SHIFT) & 15).toString(2).padStart(4, "0")}`].join(", ");
}

/** "data abort from EL0: read, translation fault, level 3" */
export function syndromeText(esr: bigint): string {
  const [reason, ...fields] = explainSyndrome(esr);
  const telling = fields.filter(({ name, value }) => /^(WnR|.FSC|imm16|Comment)$/.test(name) || (name === "EX" && value !== 0));
  const details = telling.map(({ name, value, meaning }) => meaning || `${name} 0x${value.toString(16)}`);
  return [reason!.meaning, details.join(", ")].filter((text) => text !== "").join(": ");
}

/** The general registers that a program names, with what they hold. */
export function namedRegisters({ source }: Program, { x }: State): readonly (readonly [name: string, value: bigint])[] {
  const numbers = [...source.replace(/\/\/.*$/gm, "").matchAll(/\bx(\d+)\b/g)].map(([, n]) => Number(n));
  return [...new Set(numbers)].sort((a, b) => a - b).map((n) => [`x${n}`, x[n]!] as const);
}

