// What must not compile. tsc runs these tests: a marked line that compiles is an error.

import { dpImmediate } from "../../../src/machine/cpu/execute/dp-immediate";
import type { Operations } from "../../../src/machine/cpu/operations";
import type { Semantics } from "../../../src/machine/cpu/semantics";
import type { DP_IMMEDIATE } from "../../../src/machine/decoder/tables/dp-immediate";
import type { DP_REGISTER } from "../../../src/machine/decoder/tables/dp-register";

type AddSubtract = (typeof DP_IMMEDIATE)["Add/subtract (immediate)"];
type Flags = (typeof DP_REGISTER)["Rotate right into flags"];
type Select = Pick<(typeof DP_REGISTER)["Conditional select"], "CSEL">;

const { "SUBS (immediate)": _, ...allButSubs } = dpImmediate["Add/subtract (immediate)"];

// @ts-expect-error A row is forgotten.
export const forgotten: Semantics<AddSubtract> = allButSubs;

export const invented: Semantics<Flags> = {
  "RMIF": (m) => m.hint("NOP"),
  // @ts-expect-error The table has no such row.
  "RMIFF": (m) => m.hint("NOP"),
};

export const outside: Semantics<Pick<(typeof DP_REGISTER)["Data-processing (2 source)"], "UDIV" | "SUBP">> = {
  "UDIV": (m) => m.hint("NOP"),
  // @ts-expect-error Memory tagging is not in the profile: the row must have no meaning.
  "SUBP": (m) => m.hint("NOP"),
};

export const misnamed: Semantics<Select> = {
  // @ts-expect-error CSEL has an Rd, and no Rt.
  "CSEL"(m, { Rn, Rt }) {
    m.writeX(Rt, 64, m.readX(Rn, 64));
  },
};

export const calculating: Semantics<Select> = {
  "CSEL"(m, { Rn, Rd }) {
    // @ts-expect-error A V is opaque: only the machine adds.
    m.writeX(Rd, 64, m.readX(Rn, 64) + 1n);
  },
};

export const branching: Semantics<Select> = {
  "CSEL"(m, { cond, Rn, Rm, Rd }) {
    // @ts-expect-error A V is opaque: only select() chooses by one.
    m.writeX(Rd, 64, m.readX(m.conditionHolds(cond) > 0n ? Rn : Rm, 64));
  },
};

export const partial: Semantics<Select> = {
  // @ts-expect-error A row serves every executor, not the interpreter alone.
  "CSEL"(m: Operations<bigint>) {
    m.writeNzcv(0n);
  },
};
