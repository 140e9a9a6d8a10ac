// Loads and stores, 2: exclusive, ordered and compare-and-swap accesses, whose addresses have no offset, and the
// acquiring and releasing ones that have. `x` is size<0>, which tells a 32-bit access (0) from a 64-bit one (1); sz likewise.

import type { EncodingTable } from "../row";

export const COMPARE_AND_SWAP_PAIR = {
  "CASP": [
    "0 sz 001000 0 L 1 Rs:5 o0 11111 Rn:5 Rt:5",
    "casp<L:o0=|l|a|al> <Rs>, <Rs+1>, <Rt>, <Rt+1>, [<Xn|SP>{, #0}]",
    "undefined if Rs=xxxx1",
    "undefined if Rt=xxxx1",
    "requires FEAT_LSE",
  ],
} as const satisfies EncodingTable;

/** The status register is also written to memory, or also the address. */
const STATUS_OVERLAP = ["unpredictable if Rs=Rt", "unpredictable if Rs=Rn Rn!=11111"] as const;
const STATUS_OVERLAP_PAIR = [...STATUS_OVERLAP, "unpredictable if Rs=Rt2"] as const;

export const EXCLUSIVE_PAIR = {
  "STXP":  ["1 sz 001000 0 0 1 Rs:5 0 Rt2:5 Rn:5 Rt:5", "stxp <Ws>, <Rt>, <Rt2>, [<Xn|SP>{, #0}]", ...STATUS_OVERLAP_PAIR],
  "STLXP": ["1 sz 001000 0 0 1 Rs:5 1 Rt2:5 Rn:5 Rt:5", "stlxp <Ws>, <Rt>, <Rt2>, [<Xn|SP>{, #0}]", ...STATUS_OVERLAP_PAIR],
  "LDXP":  ["1 sz 001000 0 1 1 (11111) 0 Rt2:5 Rn:5 Rt:5", "ldxp <Rt>, <Rt2>, [<Xn|SP>{, #0}]", "unpredictable if Rt=Rt2"],
  "LDAXP": ["1 sz 001000 0 1 1 (11111) 1 Rt2:5 Rn:5 Rt:5", "ldaxp <Rt>, <Rt2>, [<Xn|SP>{, #0}]", "unpredictable if Rt=Rt2"],
} as const satisfies EncodingTable;

export const EXCLUSIVE_REGISTER = {
  "STXRB":  ["00 001000 0 0 0 Rs:5 0 (11111) Rn:5 Rt:5", "stxrb <Ws>, <Wt>, [<Xn|SP>{, #0}]", ...STATUS_OVERLAP],
  "STLXRB": ["00 001000 0 0 0 Rs:5 1 (11111) Rn:5 Rt:5", "stlxrb <Ws>, <Wt>, [<Xn|SP>{, #0}]", ...STATUS_OVERLAP],
  "LDXRB":  ["00 001000 0 1 0 (11111) 0 (11111) Rn:5 Rt:5", "ldxrb <Wt>, [<Xn|SP>{, #0}]"],
  "LDAXRB": ["00 001000 0 1 0 (11111) 1 (11111) Rn:5 Rt:5", "ldaxrb <Wt>, [<Xn|SP>{, #0}]"],
  "STXRH":  ["01 001000 0 0 0 Rs:5 0 (11111) Rn:5 Rt:5", "stxrh <Ws>, <Wt>, [<Xn|SP>{, #0}]", ...STATUS_OVERLAP],
  "STLXRH": ["01 001000 0 0 0 Rs:5 1 (11111) Rn:5 Rt:5", "stlxrh <Ws>, <Wt>, [<Xn|SP>{, #0}]", ...STATUS_OVERLAP],
  "LDXRH":  ["01 001000 0 1 0 (11111) 0 (11111) Rn:5 Rt:5", "ldxrh <Wt>, [<Xn|SP>{, #0}]"],
  "LDAXRH": ["01 001000 0 1 0 (11111) 1 (11111) Rn:5 Rt:5", "ldaxrh <Wt>, [<Xn|SP>{, #0}]"],
  "STXR":   ["1 x 001000 0 0 0 Rs:5 0 (11111) Rn:5 Rt:5", "stxr <Ws>, <Rt>, [<Xn|SP>{, #0}]", ...STATUS_OVERLAP],
  "STLXR":  ["1 x 001000 0 0 0 Rs:5 1 (11111) Rn:5 Rt:5", "stlxr <Ws>, <Rt>, [<Xn|SP>{, #0}]", ...STATUS_OVERLAP],
  "LDXR":   ["1 x 001000 0 1 0 (11111) 0 (11111) Rn:5 Rt:5", "ldxr <Rt>, [<Xn|SP>{, #0}]"],
  "LDAXR":  ["1 x 001000 0 1 0 (11111) 1 (11111) Rn:5 Rt:5", "ldaxr <Rt>, [<Xn|SP>{, #0}]"],
} as const satisfies EncodingTable;

export const ORDERED = {
  "STLLRB": ["00 001000 1 0 0 (11111) 0 (11111) Rn:5 Rt:5", "stllrb <Wt>, [<Xn|SP>{, #0}]", "requires FEAT_LOR"],
  "STLRB":  ["00 001000 1 0 0 (11111) 1 (11111) Rn:5 Rt:5", "stlrb <Wt>, [<Xn|SP>{, #0}]"],
  "LDLARB": ["00 001000 1 1 0 (11111) 0 (11111) Rn:5 Rt:5", "ldlarb <Wt>, [<Xn|SP>{, #0}]", "requires FEAT_LOR"],
  "LDARB":  ["00 001000 1 1 0 (11111) 1 (11111) Rn:5 Rt:5", "ldarb <Wt>, [<Xn|SP>{, #0}]"],
  "STLLRH": ["01 001000 1 0 0 (11111) 0 (11111) Rn:5 Rt:5", "stllrh <Wt>, [<Xn|SP>{, #0}]", "requires FEAT_LOR"],
  "STLRH":  ["01 001000 1 0 0 (11111) 1 (11111) Rn:5 Rt:5", "stlrh <Wt>, [<Xn|SP>{, #0}]"],
  "LDLARH": ["01 001000 1 1 0 (11111) 0 (11111) Rn:5 Rt:5", "ldlarh <Wt>, [<Xn|SP>{, #0}]", "requires FEAT_LOR"],
  "LDARH":  ["01 001000 1 1 0 (11111) 1 (11111) Rn:5 Rt:5", "ldarh <Wt>, [<Xn|SP>{, #0}]"],
  "STLLR":  ["1 x 001000 1 0 0 (11111) 0 (11111) Rn:5 Rt:5", "stllr <Rt>, [<Xn|SP>{, #0}]", "requires FEAT_LOR"],
  "STLR":   ["1 x 001000 1 0 0 (11111) 1 (11111) Rn:5 Rt:5", "stlr <Rt>, [<Xn|SP>{, #0}]"],
  "LDLAR":  ["1 x 001000 1 1 0 (11111) 0 (11111) Rn:5 Rt:5", "ldlar <Rt>, [<Xn|SP>{, #0}]", "requires FEAT_LOR"],
  "LDAR":   ["1 x 001000 1 1 0 (11111) 1 (11111) Rn:5 Rt:5", "ldar <Rt>, [<Xn|SP>{, #0}]"],
} as const satisfies EncodingTable;

export const COMPARE_AND_SWAP = {
  "CASB": ["00 001000 1 L 1 Rs:5 o0 11111 Rn:5 Rt:5", "cas<L:o0=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>{, #0}]", "requires FEAT_LSE"],
  "CASH": ["01 001000 1 L 1 Rs:5 o0 11111 Rn:5 Rt:5", "cas<L:o0=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>{, #0}]", "requires FEAT_LSE"],
  "CAS":  ["1 x 001000 1 L 1 Rs:5 o0 11111 Rn:5 Rt:5", "cas<L:o0=|l|a|al> <Rs>, <Rt>, [<Xn|SP>{, #0}]", "requires FEAT_LSE"],
} as const satisfies EncodingTable;

/** In the loads that extend a sign, x is opc<0>: an X register where it is 0. */
export const ORDERED_UNSCALED = {
  "STLURB":   ["00 011001 00 0 imm9:9 00 Rn:5 Rt:5", "stlurb <Wt>, [<Xn|SP>{, #<imm9 signed>}]", "requires FEAT_LRCPC2"],
  "LDAPURB":  ["00 011001 01 0 imm9:9 00 Rn:5 Rt:5", "ldapurb <Wt>, [<Xn|SP>{, #<imm9 signed>}]", "requires FEAT_LRCPC2"],
  "LDAPURSB": [
    "00 011001 1 x 0 imm9:9 00 Rn:5 Rt:5",
    "ldapursb <Xt>, [<Xn|SP>{, #<imm9 signed>}]   if x=0",
    "ldapursb <Wt>, [<Xn|SP>{, #<imm9 signed>}]   if x=1",
    "requires FEAT_LRCPC2",
  ],
  "STLURH":   ["01 011001 00 0 imm9:9 00 Rn:5 Rt:5", "stlurh <Wt>, [<Xn|SP>{, #<imm9 signed>}]", "requires FEAT_LRCPC2"],
  "LDAPURH":  ["01 011001 01 0 imm9:9 00 Rn:5 Rt:5", "ldapurh <Wt>, [<Xn|SP>{, #<imm9 signed>}]", "requires FEAT_LRCPC2"],
  "LDAPURSH": [
    "01 011001 1 x 0 imm9:9 00 Rn:5 Rt:5",
    "ldapursh <Xt>, [<Xn|SP>{, #<imm9 signed>}]   if x=0",
    "ldapursh <Wt>, [<Xn|SP>{, #<imm9 signed>}]   if x=1",
    "requires FEAT_LRCPC2",
  ],
  "STLUR":    ["1 x 011001 00 0 imm9:9 00 Rn:5 Rt:5", "stlur <Rt>, [<Xn|SP>{, #<imm9 signed>}]", "requires FEAT_LRCPC2"],
  "LDAPUR":   ["1 x 011001 01 0 imm9:9 00 Rn:5 Rt:5", "ldapur <Rt>, [<Xn|SP>{, #<imm9 signed>}]", "requires FEAT_LRCPC2"],
  "LDAPURSW": ["10 011001 10 0 imm9:9 00 Rn:5 Rt:5", "ldapursw <Xt>, [<Xn|SP>{, #<imm9 signed>}]", "requires FEAT_LRCPC2"],
} as const satisfies EncodingTable;
