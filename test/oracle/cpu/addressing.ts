// Where a load or store of the tables accesses memory: the offset from its base register (Arm ARM, "Loads and stores").

import type { Row } from "../../../src/machine/decoder/row";
import { operandsOf } from "../../../src/machine/decoder/row";
import { signExtend } from "../../../src/machine/decoder/sign-extend";

export interface Access {
  /** From the base to the access, in bytes, when the index register holds `index`. */
  readonly offset: (index: bigint) => bigint;
  /** Bytes to which the address must be aligned; 1: any will do. */
  readonly alignment: number;
}

const LOADS_AND_STORES = "Loads and stores";

export const accessesMemory = (row: Row): boolean =>
  row.group === LOADS_AND_STORES && row.class !== "Load register (literal)";

export function accessOf(row: Row, word: number): Access {
  const operands = operandsOf(row, word);
  const offset = offsetOf(row, word, operands);
  return { offset, alignment: alignmentOf(row, word) };
}

function offsetOf(row: Row, word: number, { imm7, imm9, imm12, option, S }: Readonly<Record<string, number>>): (index: bigint) => bigint {
  const none = (): bigint => 0n;
  if (/post-index/.test(row.name)) return none;
  if (imm7 !== undefined) return () => BigInt(signExtend(imm7, 7) << pairScale(word));
  if (imm9 !== undefined) return () => BigInt(signExtend(imm9, 9));
  if (imm12 !== undefined) return () => BigInt(imm12 << scale(word));
  if (option !== undefined) {
    const shift = S === 1 ? BigInt(scale(word)) : 0n;
    return (index) => extended(index, option) << shift;
  }
  return none;
}

/** ExtendReg(): UXTW, LSL, SXTW, SXTX. */
function extended(index: bigint, option: number): bigint {
  if (option === 0b010) return BigInt.asUintN(32, index);
  return option === 0b110 ? BigInt.asIntN(32, index) : index;
}

const isVector = (word: number): boolean => ((word >>> 26) & 1) === 1;

/** The binary logarithm of the access's bytes. */
const scale = (word: number): number => (isVector(word) ? (((word >>> 23) & 1) << 2) | (word >>> 30) : word >>> 30);

const pairScale = (word: number): number => (isVector(word) ? 2 + (word >>> 30) : 2 + (word >>> 31));

const ALIGNED = /exclusive|ordered|Compare and swap|Atomic/;

function alignmentOf(row: Row, word: number): number {
  if (!ALIGNED.test(row.class)) return 1;
  if (row.class === "Compare and swap pair") return 8 << ((word >>> 30) & 1);
  const bytes = 1 << (word >>> 30);
  return row.class === "Load/store exclusive pair" ? 2 * bytes : bytes;
}
