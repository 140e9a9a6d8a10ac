// Loads and stores, 7: FEAT_MOPS, memcpy() and memset() in three instructions each: prologue, main and epilogue. Letters
// behind the stage change the accesses: T unprivileged, N non-temporal, behind W only the writes, behind R only the reads.

import type { EncodingTable } from "../row";

/** Registers that overlap, or 31 as an address or a size. */
const SET_OVERLAP = [
  "unpredictable if Rs=Rn", "unpredictable if Rs=Rd", "unpredictable if Rn=Rd",
  "unpredictable if Rd=11111", "unpredictable if Rn=11111",
] as const;
const COPY_OVERLAP = [...SET_OVERLAP, "unpredictable if Rs=11111"] as const;

const COPY = ["elsewhere if op1=11", "undefined if sz!=00", ...COPY_OVERLAP, "requires FEAT_MOPS"] as const;
const SET = ["undefined if op2=11", "undefined if sz!=00", ...SET_OVERLAP, "requires FEAT_MOPS"] as const;
const SET_TAGS = [...SET, "requires FEAT_MTE"] as const;

export const MEMORY_COPY_AND_SET = {
  "CPYFP, CPYFM, CPYFE":             ["sz:2 011 0 01 op1:2 0 Rs:5 0000 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|-> [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPWT, CPYFMWT, CPYFEWT":       ["sz:2 011 0 01 op1:2 0 Rs:5 0001 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->wt [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPRT, CPYFMRT, CPYFERT":       ["sz:2 011 0 01 op1:2 0 Rs:5 0010 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->rt [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPT, CPYFMT, CPYFET":          ["sz:2 011 0 01 op1:2 0 Rs:5 0011 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->t [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPWN, CPYFMWN, CPYFEWN":       ["sz:2 011 0 01 op1:2 0 Rs:5 0100 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->wn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPWTWN, CPYFMWTWN, CPYFEWTWN": ["sz:2 011 0 01 op1:2 0 Rs:5 0101 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->wtwn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPRTWN, CPYFMRTWN, CPYFERTWN": ["sz:2 011 0 01 op1:2 0 Rs:5 0110 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->rtwn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPTWN, CPYFMTWN, CPYFETWN":    ["sz:2 011 0 01 op1:2 0 Rs:5 0111 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->twn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPRN, CPYFMRN, CPYFERN":       ["sz:2 011 0 01 op1:2 0 Rs:5 1000 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->rn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPWTRN, CPYFMWTRN, CPYFEWTRN": ["sz:2 011 0 01 op1:2 0 Rs:5 1001 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->wtrn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPRTRN, CPYFMRTRN, CPYFERTRN": ["sz:2 011 0 01 op1:2 0 Rs:5 1010 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->rtrn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPTRN, CPYFMTRN, CPYFETRN":    ["sz:2 011 0 01 op1:2 0 Rs:5 1011 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->trn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPN, CPYFMN, CPYFEN":          ["sz:2 011 0 01 op1:2 0 Rs:5 1100 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->n [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPWTN, CPYFMWTN, CPYFEWTN":    ["sz:2 011 0 01 op1:2 0 Rs:5 1101 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->wtn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPRTN, CPYFMRTN, CPYFERTN":    ["sz:2 011 0 01 op1:2 0 Rs:5 1110 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->rtn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYFPTN, CPYFMTN, CPYFETN":       ["sz:2 011 0 01 op1:2 0 Rs:5 1111 01 Rn:5 Rd:5",  "cpyf<op1=p|m|e|->tn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYP, CPYM, CPYE":                ["sz:2 011 1 01 op1:2 0 Rs:5 0000 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|-> [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPWT, CPYMWT, CPYEWT":          ["sz:2 011 1 01 op1:2 0 Rs:5 0001 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->wt [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPRT, CPYMRT, CPYERT":          ["sz:2 011 1 01 op1:2 0 Rs:5 0010 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->rt [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPT, CPYMT, CPYET":             ["sz:2 011 1 01 op1:2 0 Rs:5 0011 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->t [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPWN, CPYMWN, CPYEWN":          ["sz:2 011 1 01 op1:2 0 Rs:5 0100 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->wn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPWTWN, CPYMWTWN, CPYEWTWN":    ["sz:2 011 1 01 op1:2 0 Rs:5 0101 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->wtwn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPRTWN, CPYMRTWN, CPYERTWN":    ["sz:2 011 1 01 op1:2 0 Rs:5 0110 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->rtwn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPTWN, CPYMTWN, CPYETWN":       ["sz:2 011 1 01 op1:2 0 Rs:5 0111 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->twn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPRN, CPYMRN, CPYERN":          ["sz:2 011 1 01 op1:2 0 Rs:5 1000 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->rn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPWTRN, CPYMWTRN, CPYEWTRN":    ["sz:2 011 1 01 op1:2 0 Rs:5 1001 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->wtrn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPRTRN, CPYMRTRN, CPYERTRN":    ["sz:2 011 1 01 op1:2 0 Rs:5 1010 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->rtrn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPTRN, CPYMTRN, CPYETRN":       ["sz:2 011 1 01 op1:2 0 Rs:5 1011 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->trn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPN, CPYMN, CPYEN":             ["sz:2 011 1 01 op1:2 0 Rs:5 1100 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->n [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPWTN, CPYMWTN, CPYEWTN":       ["sz:2 011 1 01 op1:2 0 Rs:5 1101 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->wtn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPRTN, CPYMRTN, CPYERTN":       ["sz:2 011 1 01 op1:2 0 Rs:5 1110 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->rtn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "CPYPTN, CPYMTN, CPYETN":          ["sz:2 011 1 01 op1:2 0 Rs:5 1111 01 Rn:5 Rd:5",  "cpy<op1=p|m|e|->tn [<Xd>]!, [<Xs>]!, <Xn>!   if sz=00", ...COPY],
  "SETP, SETM, SETE":                ["sz:2 011 0 01 11 0 Rs:5 op2:2 00 01 Rn:5 Rd:5", "set<op2=p|m|e|-> [<Xd>]!, <Xn>!, <Xs>   if sz=00", ...SET],
  "SETPT, SETMT, SETET":             ["sz:2 011 0 01 11 0 Rs:5 op2:2 01 01 Rn:5 Rd:5", "set<op2=p|m|e|->t [<Xd>]!, <Xn>!, <Xs>   if sz=00", ...SET],
  "SETPN, SETMN, SETEN":             ["sz:2 011 0 01 11 0 Rs:5 op2:2 10 01 Rn:5 Rd:5", "set<op2=p|m|e|->n [<Xd>]!, <Xn>!, <Xs>   if sz=00", ...SET],
  "SETPTN, SETMTN, SETETN":          ["sz:2 011 0 01 11 0 Rs:5 op2:2 11 01 Rn:5 Rd:5", "set<op2=p|m|e|->tn [<Xd>]!, <Xn>!, <Xs>   if sz=00", ...SET],
  "SETGP, SETGM, SETGE":             ["sz:2 011 1 01 11 0 Rs:5 op2:2 00 01 Rn:5 Rd:5", "setg<op2=p|m|e|-> [<Xd>]!, <Xn>!, <Xs>   if sz=00", ...SET_TAGS],
  "SETGPT, SETGMT, SETGET":          ["sz:2 011 1 01 11 0 Rs:5 op2:2 01 01 Rn:5 Rd:5", "setg<op2=p|m|e|->t [<Xd>]!, <Xn>!, <Xs>   if sz=00", ...SET_TAGS],
  "SETGPN, SETGMN, SETGEN":          ["sz:2 011 1 01 11 0 Rs:5 op2:2 10 01 Rn:5 Rd:5", "setg<op2=p|m|e|->n [<Xd>]!, <Xn>!, <Xs>   if sz=00", ...SET_TAGS],
  "SETGPTN, SETGMTN, SETGETN":       ["sz:2 011 1 01 11 0 Rs:5 op2:2 11 01 Rn:5 Rd:5", "setg<op2=p|m|e|->tn [<Xd>]!, <Xn>!, <Xs>   if sz=00", ...SET_TAGS],
} as const satisfies EncodingTable;
