import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * A number as DWARF writes it: seven bits a byte, the lowest first, and bit 7 of each byte says whether another one follows.
 * As few bytes as can be. If it `isSigned`, the seven bits of the last byte have a sign, their bit 6; if not, `value` is not
 * negative. Numbers are safe integers: up to 53 bits.
 */
export const leb128: CompilerQuestions["leb128"] = (value, isSigned) => {
  const bytes: number[] = [];
  for (let rest = BigInt(value); ;) {
    const low = Number(BigInt.asUintN(7, rest));
    rest >>= 7n;
    const isNegative = isSigned && (low & 0x40) !== 0;
    if (rest === (isNegative ? -1n : 0n)) return Uint8Array.of(...bytes, low);
    bytes.push(low | 0x80);
  }
};
