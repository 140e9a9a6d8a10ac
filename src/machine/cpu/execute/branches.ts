// What the rows of tables/branches.ts do, and those of tables/system-instructions.ts.

import { signExtend } from "../../decoder/sign-extend";
import type { BRANCHES } from "../../decoder/tables/branches";
import { type Operations, widthOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";

type Tables = typeof BRANCHES;

/** The instruction `words` words from here, `bits` being the width of the field that says so. */
export function label<V>(m: Operations<V>, words: number, bits: number): V {
  const offset = BigInt(signExtend(words, bits)) * 4n;
  return m.add(64, m.readPc(), m.constant(BigInt.asUintN(64, offset)));
}

const returnAddress = <V>(m: Operations<V>): V => m.add(64, m.readPc(), m.constant(4));

const conditionalBranch: Semantics<Tables["Conditional branch (immediate)"]> = {
  "B.cond": (m, { imm19, cond }) => m.branchIf(m.conditionHolds(cond), label(m, imm19, 19)),
};

const exceptionGeneration: Semantics<Tables["Exception generation"]> = {
  "SVC": (m, { imm16 }) => m.raiseAfter({ kind: "SVC", imm16 }),
  "HVC": (m, { imm16 }) => m.raiseAfter({ kind: "HVC", imm16 }),
  "SMC": (m, { imm16 }) => m.raise({ kind: "SMC", imm16 }),
  "BRK": (m, { imm16 }) => m.raise({ kind: "BRK", imm16 }),
  "HLT": (m, { imm16 }) => m.raise({ kind: "HLT", imm16 }),
  // Undefined outside of Debug state, and nothing here is ever in it.
  "DCPS1": (m, { imm16 }) => m.raise({ kind: "undefined", word: 0xd4a0_0001 + imm16 * 32 }),
  "DCPS2": (m, { imm16 }) => m.raise({ kind: "undefined", word: 0xd4a0_0002 + imm16 * 32 }),
  "DCPS3": (m, { imm16 }) => m.raise({ kind: "undefined", word: 0xd4a0_0003 + imm16 * 32 }),
};

const unconditionalBranchRegister: Semantics<Tables["Unconditional branch (register)"]> = {
  "BR": (m, { Rn }) => m.branch(m.readX(Rn, 64)),

  // blr x30 goes to what x30 was: named, because it is written first.
  "BLR"(m, { Rn }) {
    const target = m.let("target", m.readX(Rn, 64));
    m.writeX(30, 64, returnAddress(m));
    m.branch(target);
  },

  "RET": (m, { Rn }) => m.branch(m.readX(Rn, 64)),
  "ERET": (m) => m.exceptionReturn(),
  "DRPS": (m) => m.raise({ kind: "undefined", word: 0xd6bf_03e0 }),
};

const unconditionalBranchImmediate: Semantics<Tables["Unconditional branch (immediate)"]> = {
  "B": (m, { imm26 }) => m.branch(label(m, imm26, 26)),

  "BL"(m, { imm26 }) {
    m.writeX(30, 64, returnAddress(m));
    m.branch(label(m, imm26, 26));
  },
};

const compareAndBranch: Semantics<Tables["Compare and branch (immediate)"]> = {
  "CBZ"(m, { sf, imm19, Rt }) {
    const width = widthOf(sf);
    const isZero = m.compare("EQ", width, m.readX(Rt, width), m.constant(0));
    m.branchIf(isZero, label(m, imm19, 19));
  },

  "CBNZ"(m, { sf, imm19, Rt }) {
    const width = widthOf(sf);
    const isNonzero = m.compare("NE", width, m.readX(Rt, width), m.constant(0));
    m.branchIf(isNonzero, label(m, imm19, 19));
  },
};

const testAndBranch: Semantics<Tables["Test and branch (immediate)"]> = {
  "TBZ"(m, { b5, b40, imm14, Rt }) {
    const bit = (b5 << 5) | b40;
    const isClear = m.compare("EQ", 64, m.bits(m.readX(Rt, 64), bit, bit), m.constant(0));
    m.branchIf(isClear, label(m, imm14, 14));
  },

  "TBNZ"(m, { b5, b40, imm14, Rt }) {
    const bit = (b5 << 5) | b40;
    const isSet = m.compare("EQ", 64, m.bits(m.readX(Rt, 64), bit, bit), m.constant(1));
    m.branchIf(isSet, label(m, imm14, 14));
  },
};

const hints: Semantics<Tables["Hints"]> = {
  "HINT": (m) => m.hint("NOP"),
  "NOP": (m) => m.hint("NOP"),
  "YIELD": (m) => m.hint("YIELD"),
  "WFE": (m) => m.hint("WFE"),
  "WFI": (m) => m.hint("WFI"),
  "SEV": (m) => m.hint("SEV"),
  "SEVL": (m) => m.hint("SEVL"),
  // Consumption of speculative data barrier: nothing here is speculative.
  "CSDB": (m) => m.hint("NOP"),
};

const barriers: Semantics<Tables["Barriers"]> = {
  "CLREX": (m) => m.clearExclusive(),
  "DSB": (m) => m.barrier("DSB"),
  "DMB": (m) => m.barrier("DMB"),
  "ISB": (m) => m.barrier("ISB"),
  "SB": (m) => m.barrier("SB"),
};

const pstate: Semantics<Tables["PSTATE"]> = {
  "MSR (immediate)": (m, { op1, op2, CRm }) => m.writePstate({ op1, op2 }, CRm),
  "CFINV": (m) => m.writeNzcv(m.xor(m.readNzcv(), m.constant(2))),
};

const system: Semantics<Tables["System instructions"]> = {
  "SYS": (m, { op1, CRn, CRm, op2, Rt }) =>
    m.system({ op0: 1, op1, CRn, CRm, op2 }, m.readX(Rt, 64)),
  "SYSL": (m, { op1, CRn, CRm, op2, Rt }) =>
    m.writeX(Rt, 64, m.readSystem({ op0: 1, op1, CRn, CRm, op2 })),
};

const systemRegisterMove: Semantics<Tables["System register move"]> = {
  "MSR (register)": (m, { o0, op1, CRn, CRm, op2, Rt }) =>
    m.writeSystem({ op0: 2 + o0, op1, CRn, CRm, op2 }, m.readX(Rt, 64)),
  "MRS": (m, { o0, op1, CRn, CRm, op2, Rt }) =>
    m.writeX(Rt, 64, m.readSystem({ op0: 2 + o0, op1, CRn, CRm, op2 })),
};

export const branches: GroupSemantics<Tables> = {
  "Conditional branch (immediate)": conditionalBranch,
  "Exception generation": exceptionGeneration,
  "System instructions with register argument": {},
  "Hints": hints,
  "Barriers": barriers,
  "PSTATE": pstate,
  "System with result": {},
  "System instructions": system,
  "System register move": systemRegisterMove,
  "Unconditional branch (register)": unconditionalBranchRegister,
  "Unconditional branch (immediate)": unconditionalBranchImmediate,
  "Compare and branch (immediate)": compareAndBranch,
  "Test and branch (immediate)": testAndBranch,
};
