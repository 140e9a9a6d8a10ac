// parOf() is given a function that says a fault's six bits, and a function is no plain data. This one stands in for it.

import type { Fault } from "../../../../machine/cpu/exception";
import type { Answer } from "../../../../machine/mmu/address-translation";
import type { MmuParts } from "../../../../machine/mmu/parts";

/** parOf() in plain data: the last argument is what status() says of the fault. */
export const withStatus = (parOf: MmuParts["parOf"]) => (result: Answer | Fault, code: number): bigint =>
  parOf(result, (fault) => {
    if (fault === result) return code;
    throw new Error("status() was asked about another fault than the one there is");
  });
