// The names of system registers and operations, for the explainer: the disassembler's, since it
// reads the same tables.

import { standardDecoder } from "../decoder/decoder";
import type { PstateField, SystemEncoding } from "./operations";

const NO_REGISTER = 31;

/** "SCTLR_EL1", "DC ZVA", "S3_0_C15_C2_0". */
export function systemName({ op0, op1, CRn, CRm, op2 }: SystemEncoding): string {
  const isOperation = op0 === 1;
  const numbers = (op0 << 19) | (op1 << 16) | (CRn << 12) | (CRm << 8) | (op2 << 5);
  const word = (0xd500_0000 | (isOperation ? 0 : 1 << 21) | numbers) >>> 0;
  return isOperation ? operationName(word) : registerName(word);
}

/** What MSR (immediate) does to a field of PSTATE: writes it, sets bits of it, or clears them. */
export interface PstateChange {
  readonly name: string;
  readonly change: "=" | "|" | "&~";
}

/** By op1 and op2. */
const PSTATE_FIELDS: Readonly<Record<string, PstateChange>> = {
  "0 3": { name: "UAO", change: "=" },
  "0 4": { name: "PAN", change: "=" },
  "0 5": { name: "SP", change: "=" },
  "3 6": { name: "DAIF", change: "|" },
  "3 7": { name: "DAIF", change: "&~" },
};

export const pstateField = ({ op1, op2 }: PstateField): PstateChange =>
  PSTATE_FIELDS[`${op1} ${op2}`] ?? { name: `S0_${op1}_C4_${op2}`, change: "=" };

/** What MRS x0 calls it; a register that can only be written, what MSR does. */
function registerName(mrs: number): string {
  const read = standardDecoder().disassemble(mrs).split(", ")[1] ?? "";
  if (!/^S\d_\d_C/.test(read)) return read;
  const msr = (mrs & ~(1 << 21)) >>> 0;
  return standardDecoder().disassemble(msr).split(/[\t,]/)[1] ?? read;
}

function operationName(sys: number): string {
  const alias = standardDecoder().disassemble(sys);
  const alone = standardDecoder().disassemble((sys | NO_REGISTER) >>> 0);
  const text = alias.startsWith("sys") ? alone : alias;
  return text.split(", x")[0]!.replace("\t", " ").toUpperCase();
}
