// System instructions: DC, IC, AT and TLBI. This chapter says who may use which; what they do is
// the next one's.

import { bug } from "../../base/bug";
import { keyOf } from "../cpu/system";
import type { SystemEncoding } from "../cpu/operations";
import { SYSTEM_OPERATIONS } from "../decoder/tables/system-operations";
import type { Permission } from "./register";

export type OperationName = `${"DC" | "IC" | "AT" | "TLBI"} ${string}`;

/** What the operations do, once they are allowed. */
export interface Operator {
  operate(name: OperationName, value: bigint): void;
}

const UCI: Permission = [["SCTLR_EL1", "UCI", 1]];

/** Those of this machine, and what EL0 may. */
export const OPERATIONS: Readonly<Record<OperationName, Permission>> = {
  "IC IALLUIS": "never",
  "IC IALLU": "never",
  "IC IVAU": UCI,
  "DC IVAC": "never",
  "DC ISW": "never",
  "DC CSW": "never",
  "DC CISW": "never",
  "DC ZVA": [["SCTLR_EL1", "DZE", 1]],
  "DC CVAC": UCI,
  "DC CVAU": UCI,
  "DC CIVAC": UCI,
  "AT S1E1R": "never",
  "AT S1E1W": "never",
  "AT S1E0R": "never",
  "AT S1E0W": "never",
  "AT S1E1RP": "never",
  "AT S1E1WP": "never",
  "TLBI VMALLE1IS": "never",
  "TLBI VAE1IS": "never",
  "TLBI ASIDE1IS": "never",
  "TLBI VAAE1IS": "never",
  "TLBI VALE1IS": "never",
  "TLBI VAALE1IS": "never",
  "TLBI VMALLE1": "never",
  "TLBI VAE1": "never",
  "TLBI ASIDE1": "never",
  "TLBI VAAE1": "never",
  "TLBI VALE1": "never",
  "TLBI VAALE1": "never",
};

export interface SystemOperation {
  readonly name: OperationName;
  readonly el0: Permission;
}

const numbers: ReadonlyMap<string, number> = new Map(
  Object.entries(SYSTEM_OPERATIONS).flatMap(([kind, rows]) =>
    rows.map(([op1, CRn, CRm, op2, , name]) =>
      [`${kind} ${name}`, keyOf({ op0: 1, op1, CRn, CRm, op2 })] as const)),
);

const byKey: ReadonlyMap<number, SystemOperation> = new Map(
  Object.entries(OPERATIONS).map(([name, el0]) =>
    [numbers.get(name) ?? bug(`${name} has no number`), { name: name as OperationName, el0 }]),
);

/** The operation with these numbers; undefined: this machine has none. */
export const operationAt = (encoding: SystemEncoding): SystemOperation | undefined =>
  byKey.get(keyOf(encoding));
