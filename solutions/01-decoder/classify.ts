import type { DecoderParts } from "../../src/machine/decoder/parts";

/** Bits 31 to 21 of each row; an x may be either. */
const ROWS = [
  ["0 xx 10000x xx", "ADR"],
  ["1 xx 10000x xx", "ADRP"],
  ["x 00 100010 xx", "ADD (immediate)"],
  ["x 01 100010 xx", "ADDS (immediate)"],
  ["x 10 100010 xx", "SUB (immediate)"],
  ["x 11 100010 xx", "SUBS (immediate)"],
  ["1 00 100011 0x", "ADDG"],
  ["1 10 100011 0x", "SUBG"],
  ["x 00 100100 xx", "AND (immediate)"],
  ["x 01 100100 xx", "ORR (immediate)"],
  ["x 10 100100 xx", "EOR (immediate)"],
  ["x 11 100100 xx", "ANDS (immediate)"],
  ["x 00 100101 xx", "MOVN"],
  ["x 10 100101 xx", "MOVZ"],
  ["x 11 100101 xx", "MOVK"],
  ["x 00 100110 xx", "SBFM"],
  ["x 01 100110 xx", "BFM"],
  ["x 10 100110 xx", "UBFM"],
  ["x 00 100111 x0", "EXTR"],
] as const;

/**
 * The name of the row that `word` belongs to, or undefined if it is unallocated. `word` is one of Data processing --
 * immediate: its bits 28 to 26 are 100. This is what the manual says of them, an x for either:
 *
 *   31  30 29  28:23    22  21
 *   op  x  x   10000x   x   x      op: 0 "ADR", 1 "ADRP"
 *   x   op S   100010   x   x      op:S: 00 "ADD (immediate)", 01 "ADDS (immediate)", 10 "SUB (immediate)", 11 "SUBS (immediate)"
 *   sf  op S   100011   o   x      sf:op:S:o: 1000 "ADDG", 1100 "SUBG"
 *   x   opc    100100   x   x      opc: 00 "AND (immediate)", 01 "ORR (immediate)", 10 "EOR (immediate)", 11 "ANDS (immediate)"
 *   x   opc    100101   x   x      opc: 00 "MOVN", 10 "MOVZ", 11 "MOVK"
 *   x   opc    100110   x   x      opc: 00 "SBFM", 01 "BFM", 10 "UBFM"
 *   x   opc    100111   x   o      opc:o: 000 "EXTR"
 *
 * What is not listed is unallocated. What a row's own text says is reserved still belongs to the row.
 */
export const classifyDataProcessingImmediate: NonNullable<DecoderParts["classifyDataProcessingImmediate"]> = (word) => {
  return ROWS.find(([pattern]) => matches(word >>> 21, pattern))?.[1];
};

/** Whether `bits` are as `pattern` says: its ones where the pattern has ones, and its zeros where it has zeros. */
function matches(bits: number, pattern: string): boolean {
  const boxes = pattern.replaceAll(" ", "");
  const ones = Number.parseInt(boxes.replaceAll("x", "0"), 2);
  const mayBeOnes = Number.parseInt(boxes.replaceAll("x", "1"), 2);
  return (bits & ones) === ones && (bits | mayBeOnes) === mayBeOnes;
}
