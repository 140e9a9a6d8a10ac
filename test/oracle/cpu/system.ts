// System registers that EL0 may use, and cache maintenance that it may do.

import type { Row } from "../../../src/machine/decoder/row";
import type { Random } from "../words";
import { WINDOW, WINDOW_SIZE } from "./place";
import type { Request } from "./qemu";
import { FPCR, FPSR, NZCV, type State } from "./state";
import { anyState, FPCR_BITS, FPSR_BITS } from "./states";
import { below, random64 } from "./values";

/** o0:op1:CRn:CRm:op2, and the bits that there are. */
const REGISTERS = [
  { name: "NZCV",      code: 0b1_011_0100_0010_000, bits: 0xf000_0000n },
  { name: "FPCR",      code: 0b1_011_0100_0100_000, bits: FPCR_BITS },
  { name: "FPSR",      code: 0b1_011_0100_0100_001, bits: FPSR_BITS },
  { name: "TPIDR_EL0", code: 0b1_011_1101_0000_010, bits: 0xffff_ffff_ffff_ffffn },
] as const;

const MSR = 0xd510_0000;
const MRS = 0xd530_0000;
const STATES = 40;

/** MSR with MRS behind it; MRS alone of what the state has. */
export function systemRegisterMoves(row: Row, random: Random): Request[] {
  return REGISTERS.flatMap(({ name, code, bits }) => Array.from({ length: STATES }, () => {
    const state = statusState(random);
    const [from, to] = [below(random, 32), below(random, 32)];
    if (from !== 31) state.set(from, random64(random) & bits);
    const [write, read] = [(MSR | (code << 5) | from) >>> 0, (MRS | (code << 5) | to) >>> 0];
    // The harness leaves no TPIDR_EL0 to be read.
    const isAlone = row.name === "MRS" && name !== "TPIDR_EL0" && below(random, 2) === 0;
    return { words: isAlone ? [read] : [write, read], state };
  }));
}

function statusState(random: Random): State {
  const state = anyState(random);
  state.set(NZCV, BigInt(below(random, 16)) << 28n);
  state.set(FPCR, random64(random) & FPCR_BITS);
  state.set(FPSR, random64(random) & FPSR_BITS);
  return state;
}

const SYS = 0xd508_0000;
/** op1:CRn:CRm:op2 of DC CVAC, CVAU, CIVAC, and of IC IVAU: nothing that a program sees. */
const OPERATIONS = [0b011_0111_1010_001, 0b011_0111_1011_001, 0b011_0111_1110_001, 0b011_0111_0101_001] as const;

export function cacheOperations(random: Random): Request[] {
  return OPERATIONS.flatMap((code) => Array.from({ length: 4 }, () => {
    const state = anyState(random);
    const Rt = below(random, 31);
    state.set(Rt, BigInt(WINDOW + below(random, WINDOW_SIZE)));
    return { words: [(SYS | (code << 5) | Rt) >>> 0], state };
  }));
}
