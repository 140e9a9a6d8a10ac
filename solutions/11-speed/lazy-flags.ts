import type { JitParts } from "../../src/machine/jit/parts";

/**
 * NZCV has not been computed: there are only the operands, x and y, of the last addition (x + y), subtraction (x - y) or logical
 * operation (x is its result, C and V are clear). What does `cond` mean, then? "lt" (0b1011) behind x - y is x < y, signed.
 *
 * One comparison of WebAssembly, of the operation's width: `left` is x, or what the operation has made; `right` is x, y, or zero.
 * Or "always", or "never". undefined means that NZCV has to be computed after all, and is allowed only where there is no
 * comparison: after a subtraction for overflow alone (VS, VC), after an addition for conditions with V, and for HI and LS.
 *
 * Conditions: EQ 0, NE 1, HS 2, LO 3, MI 4, PL 5, VS 6, VC 7, HI 8, LS 9, GE 10, LT 11, GT 12, LE 13.
 */
type Lazy = ReturnType<JitParts["lazyCondition"]>;

const toZero = (left: "x" | "x + y" | "x - y", relation: "eq" | "ne" | "lt_s" | "le_s" | "gt_s" | "ge_s"): Lazy =>
  ({ left, relation, right: "zero" });

const SUB = ["eq", "ne", "ge_u", "lt_u", "", "", "", "", "gt_u", "le_u", "ge_s", "lt_s", "gt_s", "le_s"] as const;

export const lazyCondition: JitParts["lazyCondition"] = (from, cond) => {
  if (from === "sub32" || from === "sub64") {
    if (cond === 4 || cond === 5) return toZero("x - y", cond === 4 ? "lt_s" : "ge_s");
    const relation = SUB[cond];
    return relation === undefined || relation === "" ? undefined : { left: "x", relation, right: "y" };
  }
  if (from === "add32" || from === "add64") {
    switch (cond) {
      case 0: return toZero("x + y", "eq");
      case 1: return toZero("x + y", "ne");
      case 2: return { left: "x + y", relation: "lt_u", right: "x" }; // It has wrapped.
      case 3: return { left: "x + y", relation: "ge_u", right: "x" };
      case 4: return toZero("x + y", "lt_s");
      case 5: return toZero("x + y", "ge_s");
      default: return undefined;
    }
  }
  switch (cond) {
    case 0: return toZero("x", "eq");
    case 1: return toZero("x", "ne");
    case 4: case 11: return toZero("x", "lt_s");
    case 5: case 10: return toZero("x", "ge_s");
    case 12: return toZero("x", "gt_s");
    case 13: return toZero("x", "le_s");
    case 2: case 6: case 8: return "never";
    default: return "always";
  }
};
