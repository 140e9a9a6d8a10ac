// Registers and memory as the debugger prints them.

import { hex, type VirtAddr } from "../../base/word";
import type { Before, MemoryChange, RegisterChange } from "../../machine/cpu/stepping/before";
import type { Register } from "../../machine/cpu/stepping/registers";

const FLAGS = "NZCV";
const BYTES_A_LINE = 16;
/** Runs of changed bytes that are listed; after a long run there may be thousands. */
const CHANGES_SHOWN = 12;
const CHANGED_BYTES_SHOWN = 16;

/** "0x2000", or "N-C-" for the flags. */
export function registerText({ name }: Pick<Register, "name">, value: bigint): string {
  if (name !== "nzcv") return hex(value);
  return Array.from(FLAGS, (flag, i) => ((value >> BigInt(3 - i)) & 1n ? flag : "-")).join("");
}

/** What the last move changed, PC apart, a line each: "x0  0x0 -> 0x2000", "0x2008  00 -> 01". */
export function changeLines(before: Before): string[] {
  const memory = before.memory();
  const rest = memory.length - CHANGES_SHOWN;
  return [
    ...before.registers().filter(({ register }) => register.name !== "pc").map(registerChange),
    ...memory.slice(0, CHANGES_SHOWN).map(memoryChange),
    ...(rest > 0 ? [`and ${rest} more places in memory`] : []),
  ];
}

const registerChange = ({ register, before, after }: RegisterChange): string =>
  `${register.name}  ${registerText(register, before)} -> ${registerText(register, after)}`;

const memoryChange = ({ address, before, after }: MemoryChange): string =>
  `${hex(address)}  ${bytesText(before)} -> ${bytesText(after)}`;

function bytesText(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, CHANGED_BYTES_SHOWN), byteText).join(" ");
  return bytes.length > CHANGED_BYTES_SHOWN ? `${shown} ... (${bytes.length} bytes)` : shown;
}

const byteText = (byte: number | undefined): string => byte?.toString(16).padStart(2, "0") ?? "--";

/** Sixteen bytes a line, with the characters that they are; `mark` has the say over each byte's two digits. */
export function memoryLines(
  address: VirtAddr, bytes: readonly (number | undefined)[], mark: (text: string, at: VirtAddr) => string = (text) => text,
): string[] {
  const lines: string[] = [];
  for (let i = 0; i < bytes.length; i += BYTES_A_LINE) {
    const at = BigInt.asUintN(64, address + BigInt(i));
    const row = bytes.slice(i, i + BYTES_A_LINE);
    const digits = row.map((byte, n) => mark(byteText(byte), at + BigInt(n))).join(" ");
    const padding = " ".repeat(3 * (BYTES_A_LINE - row.length));
    lines.push(`${hex(at)}  ${digits}${padding}  ${row.map(characterOf).join("")}`);
  }
  return lines;
}

const characterOf = (byte: number | undefined): string =>
  byte !== undefined && byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";

/** All that a value may mean: "x0  0xfffffffffffffffe  18446744073709551614  -2". */
export function valueLines(register: Register, value: bigint): string[] {
  const { name, bits } = register;
  if (bits < 64) return [`${name}  ${registerText(register, value)}  ${hex(value)}`];
  if (bits === 64) return [[`${name}  ${hex(value)}`, value, ...(value >> 63n ? [BigInt.asIntN(64, value)] : [])].join("  ")];
  return [`${name}  ${hex(value)}`, `  d  ${doubles(value).join("  ")}`, `  s  ${singles(value).join("  ")}`];
}

function viewOf(value: bigint): DataView {
  const view = new DataView(new ArrayBuffer(16));
  view.setBigUint64(0, value, true); // Modulo 2^64.
  view.setBigUint64(8, value >> 64n, true);
  return view;
}

const doubles = (value: bigint): number[] => [0, 8].map((at) => viewOf(value).getFloat64(at, true));
const singles = (value: bigint): number[] => [0, 4, 8, 12].map((at) => viewOf(value).getFloat32(at, true));
