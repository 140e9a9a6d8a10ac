// What --trace is given: what to print, separated by commas.
//
//   exception[:WHAT]    exceptions, but for interrupts; of a kind whose name has WHAT in it, as svc or abort
//   irq                 interrupts that are taken
//   psci                calls of the firmware
//   mmio[:DEVICE]       accesses to devices; to those whose name begins with DEVICE, as pl011
//   code[:FROM-TO]      instructions in RAM; those at virtual addresses from FROM up to TO

import { UserFault } from "../../base/fault";

/** TO is the first address behind it. */
export interface CodeRange {
  readonly from: bigint;
  readonly to: bigint;
}

export interface TraceFilter {
  /** Lower case, any of them; "" is part of every name. */
  readonly exceptions: readonly string[];
  readonly interrupts: boolean;
  readonly psci: boolean;
  /** Any of them; every name begins with "". */
  readonly devices: readonly string[];
  readonly code: readonly CodeRange[];
}

const EVERYWHERE: CodeRange = { from: 0n, to: 1n << 64n };

export function parseTraceFilter(text: string): TraceFilter {
  const items = text.split(",").map((item) => /^(exception|irq|psci|mmio|code)(?::(.+))?$/.exec(item.trim()) ?? malformed(item));
  const argumentsOf = (kind: string): string[] => items.filter(([, each]) => each === kind).map(([, , argument = ""]) => argument);
  for (const [item, kind, argument] of items) {
    if ((kind === "irq" || kind === "psci") && argument !== undefined) malformed(item);
  }
  return {
    exceptions: argumentsOf("exception").map((what) => what.toLowerCase().replaceAll("-", " ")),
    interrupts: argumentsOf("irq").length > 0,
    psci: argumentsOf("psci").length > 0,
    devices: argumentsOf("mmio"),
    code: argumentsOf("code").map((range) => (range === "" ? EVERYWHERE : rangeOf(range))),
  };
}

function rangeOf(text: string): CodeRange {
  const [, first, last] = /^(0x[0-9a-f]{1,16})-(0x[0-9a-f]{1,16})$/i.exec(text) ?? [];
  if (first === undefined || last === undefined) throw new UserFault(`--trace code:${text}: give addresses, as code:0x40080000-0x40081000`);
  const range = { from: BigInt(first), to: BigInt(last) };
  if (range.from >= range.to) throw new UserFault(`--trace code:${text}: ends before it begins`);
  return range;
}

function malformed(item: string): never {
  throw new UserFault(`--trace: there is no ${item === "" ? "empty filter" : item}; give exception[:WHAT], irq, psci, mmio[:DEVICE] or code[:FROM-TO], separated by commas`);
}
