// The parts of the decoder that a reader can replace: what chapter 1's exercises implement. Every
// place that needs one of these asks the object it was given, so a machine can run on parts of
// different owners.

import type { Diagram } from "./diagram";
import type { LogicalImmediate } from "./logical-immediate";
import type { RegisterName } from "./register-name";

export interface DecoderParts {
  /** Bits hi..lo of `word`, both ends included, unsigned. 31 >= hi >= lo >= 0. */
  field(word: number, hi: number, lo: number): number;
  /** The low `width` bits of `value` (1 to 32), read as two's complement. */
  signExtend(value: number, width: number): number;
  /** A box diagram, taken apart: see diagram.ts for the language. */
  parseDiagram(diagram: string): Diagram;
  /** DecodeBitMasks(): the mask that N:immr:imms stands for, or undefined where reserved. */
  decodeLogicalImmediate(
    N: number, immr: number, imms: number, width: 32 | 64,
  ): bigint | undefined;
  /** The preferred N:immr:imms of a mask, or undefined if `value` is none. */
  encodeLogicalImmediate(value: bigint, width: 32 | 64): LogicalImmediate | undefined;
  /** VFPExpandImm() as a number: +-0.125 to +-31. */
  decodeFloatImmediate(imm8: number): number;
  /** The address that an instruction at `pc` names; `offset` is in bytes, or in pages of 4096. */
  pcRelative(pc: bigint, offset: number, page: boolean): bigint;
  /**
   * The name of the row of Data processing -- immediate (word<28:26> = 100) that `word` belongs to,
   * or undefined where it is unallocated. A decoder whose parts lack this one looks the row up in
   * its tree.
   */
  classifyDataProcessingImmediate?(word: number): string | undefined;
  /** A general-purpose register by its name in assembly, or undefined. */
  parseRegister(name: string): RegisterName | undefined;
}
