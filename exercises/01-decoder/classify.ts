import type { DecoderParts } from "../../src/machine/decoder/parts";

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
  throw new Error(`Return the name of the row that 0x${word.toString(16)} belongs to, or undefined if it is unallocated.`);
};
