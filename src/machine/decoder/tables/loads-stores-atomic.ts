// Loads and stores, 6: atomic memory operations (FEAT_LSE), each of which returns the old value in Rt; A and R make it acquire
// and release. One that throws the old value away has a name of its own: STADD is LDADD to the zero register.

import type { EncodingTable } from "../row";

/** Rt is the first of eight registers, even, and the last is at most X29. */
const EIGHT_REGISTERS = ["undefined if Rt=xxxx1", "undefined if Rt=11xxx"] as const;

export const ATOMIC = {
  "LDADDB": [
    "00 111 0 00 A R 1 Rs:5 0 000 00 Rn:5 Rt:5",
    "stadd<R=|l>b <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldadd<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDCLRB": [
    "00 111 0 00 A R 1 Rs:5 0 001 00 Rn:5 Rt:5",
    "stclr<R=|l>b <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldclr<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDEORB": [
    "00 111 0 00 A R 1 Rs:5 0 010 00 Rn:5 Rt:5",
    "steor<R=|l>b <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldeor<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSETB": [
    "00 111 0 00 A R 1 Rs:5 0 011 00 Rn:5 Rt:5",
    "stset<R=|l>b <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldset<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSMAXB": [
    "00 111 0 00 A R 1 Rs:5 0 100 00 Rn:5 Rt:5",
    "stsmax<R=|l>b <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldsmax<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSMINB": [
    "00 111 0 00 A R 1 Rs:5 0 101 00 Rn:5 Rt:5",
    "stsmin<R=|l>b <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldsmin<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDUMAXB": [
    "00 111 0 00 A R 1 Rs:5 0 110 00 Rn:5 Rt:5",
    "stumax<R=|l>b <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldumax<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDUMINB": [
    "00 111 0 00 A R 1 Rs:5 0 111 00 Rn:5 Rt:5",
    "stumin<R=|l>b <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldumin<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "SWPB": [
    "00 111 0 00 A R 1 Rs:5 1 000 00 Rn:5 Rt:5",
    "swp<A:R=|l|a|al>b <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDAPRB": ["00 111 0 00 1 0 1 (11111) 1 100 00 Rn:5 Rt:5", "ldaprb <Wt>, [<Xn|SP>{, #0}]", "requires FEAT_LRCPC"],
  "LDADDH": [
    "01 111 0 00 A R 1 Rs:5 0 000 00 Rn:5 Rt:5",
    "stadd<R=|l>h <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldadd<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDCLRH": [
    "01 111 0 00 A R 1 Rs:5 0 001 00 Rn:5 Rt:5",
    "stclr<R=|l>h <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldclr<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDEORH": [
    "01 111 0 00 A R 1 Rs:5 0 010 00 Rn:5 Rt:5",
    "steor<R=|l>h <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldeor<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSETH": [
    "01 111 0 00 A R 1 Rs:5 0 011 00 Rn:5 Rt:5",
    "stset<R=|l>h <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldset<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSMAXH": [
    "01 111 0 00 A R 1 Rs:5 0 100 00 Rn:5 Rt:5",
    "stsmax<R=|l>h <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldsmax<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSMINH": [
    "01 111 0 00 A R 1 Rs:5 0 101 00 Rn:5 Rt:5",
    "stsmin<R=|l>h <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldsmin<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDUMAXH": [
    "01 111 0 00 A R 1 Rs:5 0 110 00 Rn:5 Rt:5",
    "stumax<R=|l>h <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldumax<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDUMINH": [
    "01 111 0 00 A R 1 Rs:5 0 111 00 Rn:5 Rt:5",
    "stumin<R=|l>h <Ws>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldumin<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "SWPH": [
    "01 111 0 00 A R 1 Rs:5 1 000 00 Rn:5 Rt:5",
    "swp<A:R=|l|a|al>h <Ws>, <Wt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDAPRH": ["01 111 0 00 1 0 1 (11111) 1 100 00 Rn:5 Rt:5", "ldaprh <Wt>, [<Xn|SP>{, #0}]", "requires FEAT_LRCPC"],
  "LDADD": [
    "1 x 111 0 00 A R 1 Rs:5 0 000 00 Rn:5 Rt:5",
    "stadd<R=|l> <Rs>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldadd<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDCLR": [
    "1 x 111 0 00 A R 1 Rs:5 0 001 00 Rn:5 Rt:5",
    "stclr<R=|l> <Rs>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldclr<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDEOR": [
    "1 x 111 0 00 A R 1 Rs:5 0 010 00 Rn:5 Rt:5",
    "steor<R=|l> <Rs>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldeor<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSET": [
    "1 x 111 0 00 A R 1 Rs:5 0 011 00 Rn:5 Rt:5",
    "stset<R=|l> <Rs>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldset<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSMAX": [
    "1 x 111 0 00 A R 1 Rs:5 0 100 00 Rn:5 Rt:5",
    "stsmax<R=|l> <Rs>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldsmax<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDSMIN": [
    "1 x 111 0 00 A R 1 Rs:5 0 101 00 Rn:5 Rt:5",
    "stsmin<R=|l> <Rs>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldsmin<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDUMAX": [
    "1 x 111 0 00 A R 1 Rs:5 0 110 00 Rn:5 Rt:5",
    "stumax<R=|l> <Rs>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldumax<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDUMIN": [
    "1 x 111 0 00 A R 1 Rs:5 0 111 00 Rn:5 Rt:5",
    "stumin<R=|l> <Rs>, [<Xn|SP>]   if A=0 Rt=11111",
    "ldumin<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "SWP": [
    "1 x 111 0 00 A R 1 Rs:5 1 000 00 Rn:5 Rt:5",
    "swp<A:R=|l|a|al> <Rs>, <Rt>, [<Xn|SP>]",
    "requires FEAT_LSE",
  ],
  "LDAPR":   ["1 x 111 0 00 1 0 1 (11111) 1 100 00 Rn:5 Rt:5", "ldapr <Rt>, [<Xn|SP>{, #0}]", "requires FEAT_LRCPC"],
  "ST64B":   ["11 111 0 00 0 0 1 11111 1 001 00 Rn:5 Rt:5", "st64b <Xt>, [<Xn|SP>{, #0}]", ...EIGHT_REGISTERS, "requires FEAT_LS64"],
  "ST64BV0": ["11 111 0 00 0 0 1 Rs:5 1 010 00 Rn:5 Rt:5", "st64bv0 <Xs>, <Xt>, [<Xn|SP>{, #0}]", ...EIGHT_REGISTERS, "requires FEAT_LS64_ACCDATA"],
  "ST64BV":  ["11 111 0 00 0 0 1 Rs:5 1 011 00 Rn:5 Rt:5", "st64bv <Xs>, <Xt>, [<Xn|SP>{, #0}]", ...EIGHT_REGISTERS, "requires FEAT_LS64_V"],
  "LD64B":   ["11 111 0 00 0 0 1 11111 1 101 00 Rn:5 Rt:5", "ld64b <Xt>, [<Xn|SP>{, #0}]", ...EIGHT_REGISTERS, "requires FEAT_LS64"],
} as const satisfies EncodingTable;
