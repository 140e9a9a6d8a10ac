// Where QEMU 7.2 is not what the manual says: words that are not tried, each with what the manual has.

import type { Row } from "../../../src/machine/decoder/row";

interface Erratum {
  readonly row: string;
  readonly has: (word: number) => boolean;
  readonly manual: string;
}

const sz = (word: number): boolean => ((word >>> 22) & 1) === 1;
const isHalf = (word: number): boolean => ((word >>> 20) & 0b111) === 0b001;
const PAIRWISE_RESERVED = "sz = 1 is reserved; QEMU computes";

export const ERRATA: readonly Erratum[] = [
  { row: "FMAXNMP (scalar, half-precision)", has: sz, manual: PAIRWISE_RESERVED },
  { row: "FADDP (scalar, half-precision)", has: sz, manual: PAIRWISE_RESERVED },
  { row: "FMAXP (scalar, half-precision)", has: sz, manual: PAIRWISE_RESERVED },
  { row: "FMINNMP (scalar, half-precision)", has: sz, manual: PAIRWISE_RESERVED },
  { row: "FMINP (scalar, half-precision)", has: sz, manual: PAIRWISE_RESERVED },
  {
    row: "FCVTZS (vector, fixed-point) scalar", has: isHalf,
    manual: "a half's integer has 16 bits, and the rest of the register is zero; QEMU extends its sign to 32",
  },
];

export const hasErratum = (row: Row, word: number): boolean =>
  ERRATA.some((erratum) => erratum.row === row.name && erratum.has(word));

/**
 * Rows whose accesses are tried where they succeed only. Whether a store that the exclusive monitor refuses may fault
 * is IMPLEMENTATION DEFINED; QEMU does not check LDAPR's alignment, which the manual does.
 */
export const mustNotFault = (row: Row): boolean => /^ST(L)?X|^LDAPR/.test(row.name);
