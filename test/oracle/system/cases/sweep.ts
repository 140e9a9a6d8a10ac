// Every encoding of the space of system registers and system instructions, at EL0 and at EL1: does it work, or with
// which exception class does it end? A case is the 2048 encodings that share op0 and op1, in one direction.
//
// The encodings are poked into RAM as little functions. A register that is written is given what it has, so that the
// machine stays as it is. The case has vectors of its own, which note the exception class and go on behind the
// instruction.

import { type Case, EL0T, EL1H } from "../case";
import { assembled, dwordOf } from "../code";
import { CODE, DATA, USER_DATA, VECTORS } from "../place";
import { SAFE_SCTLR, SCTLR_M, SP_EL0, SPSR } from "../settings";

export type Direction = "read" | "write";

export interface Sweep extends Case {
  readonly op0: 1 | 2 | 3;
  readonly op1: number;
  readonly direction: Direction;
  readonly level: 0 | 1;
}

/** CRn, CRm, op2. */
const ENCODINGS = 2048;
const FUNCTIONS = CODE + 0x1000;
/** A byte for each encoding. */
export const OUTCOMES = DATA + 0x5000;
const OWN_VECTORS = CODE + 0x800;

const CODE_TEXT = (functionBytes: number): string => `
    ldr     x10, =${FUNCTIONS}
    ldr     x11, =${FUNCTIONS + ENCODINGS * functionBytes}
    ldr     x12, =${USER_DATA + BigInt(OUTCOMES)}
    ldr     x13, =${USER_DATA + BigInt(DATA + 0x2000)}
next:
    mov     w9, #0
    mov     x0, x13
    blr     x10
    strb    w9, [x12], #1
    add     x10, x10, #${functionBytes}
    cmp     x10, x11
    b.ne    next
    svc     #1
    .ltorg
    .align  11
    .space  0x200
handler:
    mrs     x8, esr_el1
    lsr     x8, x8, #26
    cmp     x8, #0x15
    b.eq    leave
    orr     w9, w8, #0x80
    mrs     x8, elr_el1
    add     x8, x8, #4
    msr     elr_el1, x8
    eret
leave:
    ldr     x8, =${VECTORS + 0x200}
    br      x8
    .ltorg
    .space  0x200 - (. - handler)
    b       handler
`;

const MRS = 0xd530_0000;
const MSR = 0xd510_0000;
const BR_X30 = 0xd61f_03c0;
const MOV_W9_0 = 0x5280_0009;

/** MRS or MSR (for op0 = 1: SYSL, SYS) of encoding `n`, with X0. */
export function wordOf(direction: Direction, op0: number, op1: number, n: number): number {
  return ((direction === "read" ? MRS : MSR) & ~(3 << 19) | (op0 << 19) | (op1 << 16) | (n << 5)) >>> 0;
}

/** A register is written with what it has, if it can be read, so that the machine stays as it is. */
function functionOf(direction: Direction, level: number, op0: number, op1: number, n: number): readonly bigint[] {
  const word = wordOf(direction, op0, op1, n);
  const keeps = direction === "write" && op0 !== 1 && level === 1;
  if (!keeps) return [dwordOf(word, BR_X30)];
  return [dwordOf(wordOf("read", op0, op1, n), MOV_W9_0), dwordOf(word, BR_X30)];
}

export function sweeps(): Sweep[] {
  const all: Sweep[] = [];
  for (const op0 of [1, 2, 3] as const) {
    for (let op1 = 0; op1 < 8; op1++) {
      for (const direction of ["read", "write"] as const) {
        for (const level of [0, 1] as const) all.push(sweep(op0, op1, direction, level));
      }
    }
  }
  return all;
}

function sweep(op0: 1 | 2 | 3, op1: number, direction: Direction, level: 0 | 1): Sweep {
  const functions = Array.from({ length: ENCODINGS }, (_, n) => functionOf(direction, level, op0, op1, n));
  const size = 8 * functions[0]!.length;
  const pokes = functions.flatMap((dwords, n) => dwords.map((dword, i) => [FUNCTIONS + n * size + 8 * i, dword] as const));
  return {
    op0, op1, direction, level,
    title: `${direction === "read" ? "MRS" : "MSR"} S${op0}_${op1}_Cn_Cm_op2 at EL${level}`,
    words: assembled(CODE_TEXT(size)),
    state: { [SPSR]: level === 0 ? EL0T : EL1H, [SP_EL0]: USER_DATA + BigInt(DATA + 0x2000) },
    settings: { SCTLR_EL1: SAFE_SCTLR | SCTLR_M, VBAR_EL1: BigInt(OWN_VECTORS) },
    pokes,
    peeks: [[OUTCOMES, ENCODINGS / 8]],
  };
}
