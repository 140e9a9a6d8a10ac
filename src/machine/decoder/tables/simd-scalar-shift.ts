// Advanced SIMD on scalars, shifts by an immediate and multiplications by an element (Arm ARM, "A64 instruction set
// encoding": word<31:30> = 01, word<28:25> = 1111). The leading one of immh says the size (operands/shifts.ts).

import type { EncodingTable } from "../row";

const ANY = "V: immh=0001:b|001x:h|01xx:s|1xxx:d";
const DOUBLE = "V: immh=1xxx:d";
const FRACTION = "V: immh=001x:h|01xx:s|1xxx:d";
const HALF = "requires FEAT_FP16 if immh=001x";
const WIDE = "Va: immh=0001:h|001x:s|01xx:d";
const NARROW = "Vb: immh=0001:b|001x:h|01xx:s";

const SHIFT_BY_IMMEDIATE = {
  "SSHR scalar":                         ["01 0 111110 immh:4 immb:3 00000 1 Rn:5 Rd:5", "sshr <V><d>, <V><n>, #<immh:immb right>",       DOUBLE],
  "SSRA scalar":                         ["01 0 111110 immh:4 immb:3 00010 1 Rn:5 Rd:5", "ssra <V><d>, <V><n>, #<immh:immb right>",       DOUBLE],
  "SRSHR scalar":                        ["01 0 111110 immh:4 immb:3 00100 1 Rn:5 Rd:5", "srshr <V><d>, <V><n>, #<immh:immb right>",      DOUBLE],
  "SRSRA scalar":                        ["01 0 111110 immh:4 immb:3 00110 1 Rn:5 Rd:5", "srsra <V><d>, <V><n>, #<immh:immb right>",      DOUBLE],
  "SHL scalar":                          ["01 0 111110 immh:4 immb:3 01010 1 Rn:5 Rd:5", "shl <V><d>, <V><n>, #<immh:immb left>",         DOUBLE],
  "SQSHL (immediate) scalar":            ["01 0 111110 immh:4 immb:3 01110 1 Rn:5 Rd:5", "sqshl <V><d>, <V><n>, #<immh:immb left>",       ANY],
  "SQSHRN scalar":                       ["01 0 111110 immh:4 immb:3 10010 1 Rn:5 Rd:5", "sqshrn <Vb><d>, <Va><n>, #<immh:immb right>",   NARROW, WIDE],
  "SQRSHRN scalar":                      ["01 0 111110 immh:4 immb:3 10011 1 Rn:5 Rd:5", "sqrshrn <Vb><d>, <Va><n>, #<immh:immb right>",  NARROW, WIDE],
  "SCVTF (vector, fixed-point) scalar":  ["01 0 111110 immh:4 immb:3 11100 1 Rn:5 Rd:5", "scvtf <V><d>, <V><n>, #<immh:immb right>",      FRACTION, HALF],
  "FCVTZS (vector, fixed-point) scalar": ["01 0 111110 immh:4 immb:3 11111 1 Rn:5 Rd:5", "fcvtzs <V><d>, <V><n>, #<immh:immb right>",     FRACTION, HALF],
  "USHR scalar":                         ["01 1 111110 immh:4 immb:3 00000 1 Rn:5 Rd:5", "ushr <V><d>, <V><n>, #<immh:immb right>",       DOUBLE],
  "USRA scalar":                         ["01 1 111110 immh:4 immb:3 00010 1 Rn:5 Rd:5", "usra <V><d>, <V><n>, #<immh:immb right>",       DOUBLE],
  "URSHR scalar":                        ["01 1 111110 immh:4 immb:3 00100 1 Rn:5 Rd:5", "urshr <V><d>, <V><n>, #<immh:immb right>",      DOUBLE],
  "URSRA scalar":                        ["01 1 111110 immh:4 immb:3 00110 1 Rn:5 Rd:5", "ursra <V><d>, <V><n>, #<immh:immb right>",      DOUBLE],
  "SRI scalar":                          ["01 1 111110 immh:4 immb:3 01000 1 Rn:5 Rd:5", "sri <V><d>, <V><n>, #<immh:immb right>",        DOUBLE],
  "SLI scalar":                          ["01 1 111110 immh:4 immb:3 01010 1 Rn:5 Rd:5", "sli <V><d>, <V><n>, #<immh:immb left>",         DOUBLE],
  "SQSHLU scalar":                       ["01 1 111110 immh:4 immb:3 01100 1 Rn:5 Rd:5", "sqshlu <V><d>, <V><n>, #<immh:immb left>",      ANY],
  "UQSHL (immediate) scalar":            ["01 1 111110 immh:4 immb:3 01110 1 Rn:5 Rd:5", "uqshl <V><d>, <V><n>, #<immh:immb left>",       ANY],
  "SQSHRUN scalar":                      ["01 1 111110 immh:4 immb:3 10000 1 Rn:5 Rd:5", "sqshrun <Vb><d>, <Va><n>, #<immh:immb right>",  NARROW, WIDE],
  "SQRSHRUN scalar":                     ["01 1 111110 immh:4 immb:3 10001 1 Rn:5 Rd:5", "sqrshrun <Vb><d>, <Va><n>, #<immh:immb right>", NARROW, WIDE],
  "UQSHRN scalar":                       ["01 1 111110 immh:4 immb:3 10010 1 Rn:5 Rd:5", "uqshrn <Vb><d>, <Va><n>, #<immh:immb right>",   NARROW, WIDE],
  "UQRSHRN scalar":                      ["01 1 111110 immh:4 immb:3 10011 1 Rn:5 Rd:5", "uqrshrn <Vb><d>, <Va><n>, #<immh:immb right>",  NARROW, WIDE],
  "UCVTF (vector, fixed-point) scalar":  ["01 1 111110 immh:4 immb:3 11100 1 Rn:5 Rd:5", "ucvtf <V><d>, <V><n>, #<immh:immb right>",      FRACTION, HALF],
  "FCVTZU (vector, fixed-point) scalar": ["01 1 111110 immh:4 immb:3 11111 1 Rn:5 Rd:5", "fcvtzu <V><d>, <V><n>, #<immh:immb right>",     FRACTION, HALF],
} as const satisfies EncodingTable;

const RESERVED_SIZES = ["undefined if size=00", "undefined if size=11"] as const;
const FP16 = "requires FEAT_FP16";
const RDM = "requires FEAT_RDM";

/** A half is one of eight in V0 to V15, its index H:L:M. A single or double can be in any register: M is the number's top bit. */
const BY_ELEMENT = {
  "SQDMLAL (by element) scalar": [
    "01 0 11111 size:2 L M Rm:4 0011 H 0 Rn:5 Rd:5",
    "sqdmlal <Sd>, <Hn>, <Vm.h>[<H:L:M>]       if size=01",
    "sqdmlal <Dd>, <Sn>, v<M:m>.s[<H:L>]       if size=10",
    ...RESERVED_SIZES,
  ],
  "SQDMLSL (by element) scalar": [
    "01 0 11111 size:2 L M Rm:4 0111 H 0 Rn:5 Rd:5",
    "sqdmlsl <Sd>, <Hn>, <Vm.h>[<H:L:M>]       if size=01",
    "sqdmlsl <Dd>, <Sn>, v<M:m>.s[<H:L>]       if size=10",
    ...RESERVED_SIZES,
  ],
  "SQDMULL (by element) scalar": [
    "01 0 11111 size:2 L M Rm:4 1011 H 0 Rn:5 Rd:5",
    "sqdmull <Sd>, <Hn>, <Vm.h>[<H:L:M>]       if size=01",
    "sqdmull <Dd>, <Sn>, v<M:m>.s[<H:L>]       if size=10",
    ...RESERVED_SIZES,
  ],
  "SQDMULH (by element) scalar": [
    "01 0 11111 size:2 L M Rm:4 1100 H 0 Rn:5 Rd:5",
    "sqdmulh <Hd>, <Hn>, <Vm.h>[<H:L:M>]       if size=01",
    "sqdmulh <Sd>, <Sn>, v<M:m>.s[<H:L>]       if size=10",
    ...RESERVED_SIZES,
  ],
  "SQRDMULH (by element) scalar": [
    "01 0 11111 size:2 L M Rm:4 1101 H 0 Rn:5 Rd:5",
    "sqrdmulh <Hd>, <Hn>, <Vm.h>[<H:L:M>]      if size=01",
    "sqrdmulh <Sd>, <Sn>, v<M:m>.s[<H:L>]      if size=10",
    ...RESERVED_SIZES,
  ],
  "FMLA (by element, half-precision) scalar": ["01 0 11111 00 L M Rm:4 0001 H 0 Rn:5 Rd:5", "fmla <Hd>, <Hn>, <Vm.h>[<H:L:M>]", FP16],
  "FMLS (by element, half-precision) scalar": ["01 0 11111 00 L M Rm:4 0101 H 0 Rn:5 Rd:5", "fmls <Hd>, <Hn>, <Vm.h>[<H:L:M>]", FP16],
  "FMUL (by element, half-precision) scalar": ["01 0 11111 00 L M Rm:4 1001 H 0 Rn:5 Rd:5", "fmul <Hd>, <Hn>, <Vm.h>[<H:L:M>]", FP16],
  "FMLA (by element) scalar": [
    "01 0 11111 1 sz L M Rm:4 0001 H 0 Rn:5 Rd:5",
    "fmla <Sd>, <Sn>, v<M:m>.s[<H:L>]          if sz=0",
    "fmla <Dd>, <Dn>, v<M:m>.d[<H>]            if sz=1 L=0",
    "undefined if sz=1 L=1",
  ],
  "FMLS (by element) scalar": [
    "01 0 11111 1 sz L M Rm:4 0101 H 0 Rn:5 Rd:5",
    "fmls <Sd>, <Sn>, v<M:m>.s[<H:L>]          if sz=0",
    "fmls <Dd>, <Dn>, v<M:m>.d[<H>]            if sz=1 L=0",
    "undefined if sz=1 L=1",
  ],
  "FMUL (by element) scalar": [
    "01 0 11111 1 sz L M Rm:4 1001 H 0 Rn:5 Rd:5",
    "fmul <Sd>, <Sn>, v<M:m>.s[<H:L>]          if sz=0",
    "fmul <Dd>, <Dn>, v<M:m>.d[<H>]            if sz=1 L=0",
    "undefined if sz=1 L=1",
  ],
  "SQRDMLAH (by element) scalar": [
    "01 1 11111 size:2 L M Rm:4 1101 H 0 Rn:5 Rd:5",
    "sqrdmlah <Hd>, <Hn>, <Vm.h>[<H:L:M>]      if size=01",
    "sqrdmlah <Sd>, <Sn>, v<M:m>.s[<H:L>]      if size=10",
    ...RESERVED_SIZES,
    RDM,
  ],
  "SQRDMLSH (by element) scalar": [
    "01 1 11111 size:2 L M Rm:4 1111 H 0 Rn:5 Rd:5",
    "sqrdmlsh <Hd>, <Hn>, <Vm.h>[<H:L:M>]      if size=01",
    "sqrdmlsh <Sd>, <Sn>, v<M:m>.s[<H:L>]      if size=10",
    ...RESERVED_SIZES,
    RDM,
  ],
  "FMULX (by element, half-precision) scalar": ["01 1 11111 00 L M Rm:4 1001 H 0 Rn:5 Rd:5", "fmulx <Hd>, <Hn>, <Vm.h>[<H:L:M>]", FP16],
  "FMULX (by element) scalar": [
    "01 1 11111 1 sz L M Rm:4 1001 H 0 Rn:5 Rd:5",
    "fmulx <Sd>, <Sn>, v<M:m>.s[<H:L>]         if sz=0",
    "fmulx <Dd>, <Dn>, v<M:m>.d[<H>]           if sz=1 L=0",
    "undefined if sz=1 L=1",
  ],
} as const satisfies EncodingTable;

export const SIMD_SCALAR_SHIFT = {
  "Advanced SIMD scalar shift by immediate": SHIFT_BY_IMMEDIATE,
  "Advanced SIMD scalar x indexed element": BY_ELEMENT,
} as const;
