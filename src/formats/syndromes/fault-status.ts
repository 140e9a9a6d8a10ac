// Why an address could not be used, as six bits of ESR_EL1 say it: DFSC of a data abort, IFSC of an
// instruction abort, and PAR_EL1.FST behind an address translation instruction (Arm ARM, "ESR_EL1",
// "ISS encoding for an exception from a Data Abort"). The MMU finds the code of what happened to
// it, a handler finds what happened from the code.
//
//       5       4       3       2       1       0
//   +-------+-------+-------+-------+-------+-------+
//   |             kind              |     level     |   of most: the level of the table
//   +-------+-------+-------+-------+-------+-------+

/** `level` of a fault that no table is to blame for. */
export const NO_LEVEL = -1;

export type FaultKind =
  | "address size" | "translation" | "access flag" | "permission" | "external" | "alignment"
  | "debug" | "TLB conflict";

export type FaultStatus = readonly [
  code: number, kind: FaultKind, level: number, meaning: string,
];

export const FAULT_STATUSES: readonly FaultStatus[] = [
  // code      kind            level
  [0b00_0000, "address size",  0,        "address size fault, level 0 or the base register"],
  [0b00_0001, "address size",  1,        "address size fault, level 1"],
  [0b00_0010, "address size",  2,        "address size fault, level 2"],
  [0b00_0011, "address size",  3,        "address size fault, level 3"],
  [0b00_0100, "translation",   0,        "translation fault, level 0"],
  [0b00_0101, "translation",   1,        "translation fault, level 1"],
  [0b00_0110, "translation",   2,        "translation fault, level 2"],
  [0b00_0111, "translation",   3,        "translation fault, level 3"],
  [0b00_1001, "access flag",   1,        "access flag fault, level 1"],
  [0b00_1010, "access flag",   2,        "access flag fault, level 2"],
  [0b00_1011, "access flag",   3,        "access flag fault, level 3"],
  [0b00_1101, "permission",    1,        "permission fault, level 1"],
  [0b00_1110, "permission",    2,        "permission fault, level 2"],
  [0b00_1111, "permission",    3,        "permission fault, level 3"],
  [0b01_0000, "external",      NO_LEVEL, "external abort, not on a table"],
  [0b01_0100, "external",      0,        "external abort on a table of level 0"],
  [0b01_0101, "external",      1,        "external abort on a table of level 1"],
  [0b01_0110, "external",      2,        "external abort on a table of level 2"],
  [0b01_0111, "external",      3,        "external abort on a table of level 3"],
  [0b10_0001, "alignment",     NO_LEVEL, "alignment fault"],
  [0b10_0010, "debug",         NO_LEVEL, "debug exception"],
  [0b11_0000, "TLB conflict",  NO_LEVEL, "two entries of the TLB match"],
];

/** The code of a fault; -1 if the architecture has none. */
export function faultStatus(kind: FaultKind, level: number): number {
  for (const [code, ofKind, ofLevel] of FAULT_STATUSES) {
    if (ofKind === kind && ofLevel === level) return code;
  }
  return -1;
}

/** What a code means: "translation fault, level 3". */
export function faultStatusText(code: number): string {
  for (const [ofCode, , , meaning] of FAULT_STATUSES) {
    if (ofCode === code) return meaning;
  }
  return "reserved";
}
