// Loads and stores, 1: memory tags (FEAT_MTE). Offsets count granules of 16 bytes.

import type { EncodingTable } from "../row";

export const MEMORY_TAGS = {
  "STG (post-index)":      ["11011001 00 1 imm9:9 01 Rn:5 Rt:5",    "stg <Xt|SP>, [<Xn|SP>], #<imm9 signed *16>", "requires FEAT_MTE"],
  "STG (signed offset)":   ["11011001 00 1 imm9:9 10 Rn:5 Rt:5",    "stg <Xt|SP>, [<Xn|SP>{, #<imm9 signed *16>}]", "requires FEAT_MTE"],
  "STG (pre-index)":       ["11011001 00 1 imm9:9 11 Rn:5 Rt:5",    "stg <Xt|SP>, [<Xn|SP>, #<imm9 signed *16>]!", "requires FEAT_MTE"],
  "STZGM":                 ["11011001 00 1 000000000 00 Rn:5 Rt:5", "stzgm <Xt>, [<Xn|SP>]", "requires FEAT_MTE2"],
  "LDG":                   ["11011001 01 1 imm9:9 00 Rn:5 Rt:5",    "ldg <Xt>, [<Xn|SP>{, #<imm9 signed *16>}]", "requires FEAT_MTE"],
  "STZG (post-index)":     ["11011001 01 1 imm9:9 01 Rn:5 Rt:5",    "stzg <Xt|SP>, [<Xn|SP>], #<imm9 signed *16>", "requires FEAT_MTE"],
  "STZG (signed offset)":  ["11011001 01 1 imm9:9 10 Rn:5 Rt:5",    "stzg <Xt|SP>, [<Xn|SP>{, #<imm9 signed *16>}]", "requires FEAT_MTE"],
  "STZG (pre-index)":      ["11011001 01 1 imm9:9 11 Rn:5 Rt:5",    "stzg <Xt|SP>, [<Xn|SP>, #<imm9 signed *16>]!", "requires FEAT_MTE"],
  "ST2G (post-index)":     ["11011001 10 1 imm9:9 01 Rn:5 Rt:5",    "st2g <Xt|SP>, [<Xn|SP>], #<imm9 signed *16>", "requires FEAT_MTE"],
  "ST2G (signed offset)":  ["11011001 10 1 imm9:9 10 Rn:5 Rt:5",    "st2g <Xt|SP>, [<Xn|SP>{, #<imm9 signed *16>}]", "requires FEAT_MTE"],
  "ST2G (pre-index)":      ["11011001 10 1 imm9:9 11 Rn:5 Rt:5",    "st2g <Xt|SP>, [<Xn|SP>, #<imm9 signed *16>]!", "requires FEAT_MTE"],
  "STGM":                  ["11011001 10 1 000000000 00 Rn:5 Rt:5", "stgm <Xt>, [<Xn|SP>]", "requires FEAT_MTE2"],
  "STZ2G (post-index)":    ["11011001 11 1 imm9:9 01 Rn:5 Rt:5",    "stz2g <Xt|SP>, [<Xn|SP>], #<imm9 signed *16>", "requires FEAT_MTE"],
  "STZ2G (signed offset)": ["11011001 11 1 imm9:9 10 Rn:5 Rt:5",    "stz2g <Xt|SP>, [<Xn|SP>{, #<imm9 signed *16>}]", "requires FEAT_MTE"],
  "STZ2G (pre-index)":     ["11011001 11 1 imm9:9 11 Rn:5 Rt:5",    "stz2g <Xt|SP>, [<Xn|SP>, #<imm9 signed *16>]!", "requires FEAT_MTE"],
  "LDGM":                  ["11011001 11 1 000000000 00 Rn:5 Rt:5", "ldgm <Xt>, [<Xn|SP>]", "requires FEAT_MTE2"],
} as const satisfies EncodingTable;
