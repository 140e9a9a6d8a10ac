// Where an exception goes (Arm ARM, "Exception vectors"): one of sixteen places in a table of
// 2 KiB, each with room for 32 instructions. The group says where it came from, the place in the
// group what it is.
//
//   VBAR_EL1 +      synchronous   IRQ     FIQ     SError
//   EL1, on SP_EL0        0x000   0x080   0x100   0x180
//   EL1, on SP_EL1        0x200   0x280   0x300   0x380
//   EL0, AArch64          0x400   0x480   0x500   0x580
//   EL0, AArch32          0x600   0x680   0x700   0x780   not on this machine

import type { VirtAddr } from "../../base/word";
import type { Cause } from "../cpu/exception";
import { levelOf, type Pstate, stackPointerOf } from "../sysregs/pstate";

export type VectorKind = "synchronous" | "IRQ" | "FIQ" | "SError";

const PLACES: Readonly<Record<VectorKind, bigint>> = {
  synchronous: 0x000n,
  IRQ:         0x080n,
  FIQ:         0x100n,
  SError:      0x180n,
};

/** The low eleven bits of VBAR_EL1 are 0, whatever was written. */
const TABLE = ~0x7ffn;

/** Where the handler begins. `pstate` is the state that the exception finds. */
export function vectorOf(vbar: bigint, pstate: Pstate, kind: VectorKind): VirtAddr {
  return BigInt.asUintN(64, (vbar & TABLE) + groupOf(pstate) + PLACES[kind]);
}

function groupOf(pstate: Pstate): bigint {
  if (levelOf(pstate) === 0) return 0x400n;
  return stackPointerOf(pstate) === 0 ? 0x000n : 0x200n;
}

export function kindOf({ kind }: Cause): VectorKind {
  return kind === "IRQ" || kind === "FIQ" || kind === "SError" ? kind : "synchronous";
}
