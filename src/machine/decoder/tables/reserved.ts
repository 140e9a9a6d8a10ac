// Reserved (Arm ARM, "A64 instruction set encoding"): word<31:29> = 000 and word<28:25> = 0000. All of it is undefined;
// one corner is promised to stay so, for programs that want an Undefined exception.

import type { EncodingTable } from "../row";

const UNDEFINED_FOR_EVER = {
  "UDF": ["0000000000000000 imm16:16", "udf #<imm16>"],
} as const satisfies EncodingTable;

export const RESERVED = {
  "Reserved": UNDEFINED_FOR_EVER,
} as const;
