// A difference in words: the code, what it was given, what QEMU made of it, what we did.

import { operandsOf, type Row } from "../../../src/machine/decoder/row";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { accessesMemory } from "./addressing";
import type { Change } from "./changes";
import type { Difference } from "./comparison";
import { isRegister } from "./encodings";
import { CODE } from "./place";
import type { Request } from "./qemu";
import { FPCR, FPSR, NZCV, SP, V } from "./state";

export function describeRequest(row: Row, { words, state }: Request, vector: number): string {
  const decoder = standardDecoder();
  const code = words.map((word, i) => {
    const text = decoder.disassemble(word, BigInt(CODE + 4 * i)).replace("\t", " ");
    return `${word.toString(16).padStart(8, "0")}  ${text}`;
  });
  // The word that the row has: the last, behind what a sequence prepares.
  const word = words.findLast((w) => (w & row.mask) >>> 0 === row.value) ?? words[0]!;
  const operands = operandsOf(row, word);
  const registers = row.fields.filter(isRegister).flatMap(({ name }) => {
    const n = operands[name]!;
    const general = `${name} x${n === SP ? "31/sp" : n}=${hex(state.get(n))}`;
    const vector = `${name} v${n}=${dword(state.get(V + 2 * n + 1))}_${dword(state.get(V + 2 * n))}`;
    return [...(mayBeGeneral(row, name) ? [general] : []), ...(mayBeVector(row, name) ? [vector] : [])];
  });
  const status = ([["nzcv", NZCV], ["fpcr", FPCR], ["fpsr", FPSR]] as const)
    .flatMap(([name, index]) => (state.get(index) === 0n ? [] : [`${name}=${hex(state.get(index))}`]));
  return [`  vector ${vector}`, ...code.map((line) => `    ${line}`), `    before   ${[...registers, ...status].join("  ")}`].join("\n");
}

const isAddress = (row: Row, name: string): boolean => accessesMemory(row) && /^R[nms]$/.test(name);

/** Whether the field `name` may be a vector register, and whether a general one: by the row's name, so sometimes both. */
const mayBeVector = (row: Row, name: string): boolean =>
  /SIMD|floating|Crypto/.test(row.group + row.class + row.name) && !isAddress(row, name);
const mayBeGeneral = (row: Row, name: string): boolean =>
  !mayBeVector(row, name) || /general|integer\b|fixed|MOV|FJ/.test(row.name + row.class);

export function describeDifference(row: Row, { vector, request, expected, got }: Difference): string {
  return [describeRequest(row, request, vector), `    QEMU     ${listed(expected)}`, `    ours     ${listed(got)}`].join("\n");
}

/** "x1=0x0  nzcv=0x40000000" */
export const listed = (changes: readonly Change[]): string =>
  (changes.length === 0 ? "(nothing)" : changes.map(({ what, value }) => `${what}=${hex(value)}`).join("  "));

const hex = (value: bigint): string => `0x${value.toString(16)}`;
const dword = (value: bigint): string => value.toString(16).padStart(16, "0");
