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
export const lazyCondition: JitParts["lazyCondition"] = (from, cond) => {
  throw new Error(`Return the comparison that condition ${cond} is behind ${from}.`);
};
