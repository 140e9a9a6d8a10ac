// How this chapter's calls and answers are written.

import type { Cause, Fault } from "../../../machine/cpu/exception";
import type { DebugUnit } from "../../../machine/exceptions/debug-registers";
import { hex } from "../03-system-registers/notation";

/** 0x4008_1000; undefined as it is. */
export const address = (value: bigint | undefined): string => (value === undefined ? "undefined" : hex(value).replace(/(?<=[0-9a-f])(?=(.{4})+$)/g, "_"));

/** "data abort at 0x1000: write, translation, level 3" */
export function causeText(cause: Cause): string {
  switch (cause.kind) {
    case "undefined": case "trapped access": case "trapped FP": case "trapped wait":
      return `${cause.kind}, word ${hex(cause.word)}`;
    case "SVC": case "HVC": case "SMC": case "BRK": case "HLT":
      return `${cause.kind} #${hex(cause.imm16)}`;
    case "data abort":
      return `data abort at ${address(cause.address)}: ${accessText(cause)}, ${faultText(cause.fault)}`;
    case "watchpoint":
      return `watchpoint at ${address(cause.address)}: ${accessText(cause)}`;
    case "instruction abort":
      return `instruction abort at ${address(cause.address)}: ${faultText(cause.fault)}`;
    case "PC alignment": case "breakpoint":
      return `${cause.kind} at ${address(cause.address)}`;
    case "software step":
      return `software step, ${cause.exclusive === undefined ? "of nothing" : cause.exclusive ? "of a load-exclusive" : "of something else"}`;
    case "SP alignment": case "illegal state": case "IRQ": case "FIQ": case "SError":
      return cause.kind;
  }
}

const accessText = ({ write, maintenance = false }: { readonly write: boolean; readonly maintenance?: boolean }): string =>
  (maintenance ? "maintenance" : write ? "write" : "read");

function faultText(fault: Fault): string {
  const level = "level" in fault && fault.level !== undefined ? `, level ${fault.level}` : "";
  return `${fault.kind}${level}`;
}

/** "{ value: 0x4008_1000, control: 0x7 }" */
export const unitText = ({ value, control }: DebugUnit): string => `{ value: ${address(value)}, control: ${hex(control)} }`;

/** Those that are programmed: "{ 0: { value: ..., control: ... } }" */
export function unitsText(units: readonly DebugUnit[]): string {
  const programmed = units.flatMap((unit, n) => (unit.control === 0 ? [] : [`${n}: ${unitText(unit)}`]));
  return programmed.length === 0 ? "units: all off" : `units: ${programmed.join(", ")}`;
}
