/** A word of a row, to show what the row does: one with plain operands, if there is such a word. */
import { meaningOf } from "../../../machine/cpu/meanings";
import type { Decoder } from "../../../machine/decoder/decoder";
import type { Row } from "../../../machine/decoder/row";

/** Registers that are told apart easily. */
const registers: Readonly<Record<string, number>> = { Rd: 0, Rt: 0, Rdn: 0, Rn: 1, Rm: 2, Rs: 3, Ra: 3, Rt2: 2, Ra2: 4 };
const preferred: Readonly<Record<string, readonly number[]>> = { sf: [1], Q: [1], cond: [1], size: [2, 1, 3, 0], imm12: [1], imm16: [1], imm9: [8], imm7: [2], imms: [7], immr: [0], imm6: [3], imm5: [2], imm4: [3], immh: [4, 8], immb: [3] };
const choices = [0, 1, 2, 3, 4, 8];
const tries = 3000;

/** Undefined if this machine executes none of the words that were tried. */
export function sampleWord(decoder: Decoder, row: Row): number | undefined {
  const open = row.fields.map((field) => ({ field, values: valuesOf(field.name, field.width) }));
  for (let attempt = 0, left = attempt; attempt < tries; attempt++, left = attempt) {
    let word = row.value + row.shouldValue;
    for (const { field, values } of open) {
      word += values[left % values.length]! * 2 ** field.shift;
      left = Math.floor(left / values.length);
    }
    if (left > 0) return undefined;
    const decoded = decoder.decode(word >>> 0);
    if (decoded.kind === "instruction" && decoded.row === row && !decoded.unpredictable && meaningOf(decoder, word >>> 0) !== undefined) return word >>> 0;
  }
  return undefined;
}

function valuesOf(name: string, width: number): readonly number[] {
  const most = 2 ** width - 1;
  const register = registers[name];
  if (register !== undefined) return [Math.min(register, most), ...(name === "Rm" ? [most] : name === "Rs" ? [4] : [])];
  const first = preferred[name] ?? [];
  return [...new Set([...first, ...choices, most])].filter((value) => value <= most);
}
