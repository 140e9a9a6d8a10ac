// Numbers, addresses and permissions as text of a known width. Lines are for 46 columns, where that
// can be done, and for 80 always.

import { PAGE } from "../../memory/flags";
import { minus, plus, times } from "../../metal/word";

const KIB = 1024n;
const MICROSECONDS = 1_000_000n;

export function left(text: string, columns: number): string {
  return text.padEnd(columns, " ");
}

export function right(text: string, columns: number): string {
  return text.padStart(columns, " ");
}

/** All sixteen digits. */
export function address(word: bigint): string {
  return word.toString(16).padStart(16, "0");
}

/** So many digits at least. */
export function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** "512", "12K", "64M", "3G": in the largest unit of which it is a multiple, or nearly so. */
export function bytesText(bytes: bigint): string {
  if (bytes < KIB) return `${bytes}`;
  const kib = plus(bytes, minus(KIB, 1n)) / KIB;
  if (kib % KIB !== 0n) return `${kib}K`;
  const mib = kib / KIB;
  return mib % KIB === 0n ? `${mib / KIB}G` : `${mib}M`;
}

/** "rwx", with a minus for what is not allowed; "---" for what is not mapped. */
export function permissions(flags: number): string {
  const may = (flag: number, letter: string): string => ((flags & flag) !== 0 ? letter : "-");
  return may(PAGE.readable, "r") + may(PAGE.writable, "w") + may(PAGE.executable, "x");
}

/** Ticks of a counter in microseconds. */
export function microseconds(ticks: bigint, frequency: bigint): bigint {
  const seconds = ticks / frequency;
  const rest = minus(ticks, times(seconds, frequency));
  return plus(times(seconds, MICROSECONDS), times(rest, MICROSECONDS) / frequency);
}
