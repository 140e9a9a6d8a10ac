// A fault as six bits (Arm ARM, "ISS encoding for an exception from a Data Abort": DFSC; IFSC and
// PAR_EL1.FST are the same code). The low two bits are the level.

import type { Fault } from "../cpu/exception";

const WITH_LEVEL = {
  //                   DFSC
  "address size":     0b0000_00,
  "translation":      0b0001_00,
  "access flag":      0b0010_00,
  "permission":       0b0011_00,
} as const;

const EXTERNAL = 0b0100_00;
const EXTERNAL_ON_WALK = 0b0101_00;
const ALIGNMENT = 0b1000_01;

export function faultStatus(fault: Fault): number {
  switch (fault.kind) {
    case "alignment": return ALIGNMENT;
    case "external":
      return fault.level === undefined ? EXTERNAL : EXTERNAL_ON_WALK | fault.level;
    default: return WITH_LEVEL[fault.kind] | fault.level;
  }
}
