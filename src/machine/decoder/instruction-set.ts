// All tables, in the order of the Arm manual's chapter "A64 instruction set encoding": groups,
// their classes, their rows.

import type { EncodingTable } from "./row";
import { BRANCHES } from "./tables/branches";
import { DP_IMMEDIATE } from "./tables/dp-immediate";
import { DP_REGISTER } from "./tables/dp-register";
import { LOADS_STORES } from "./tables/loads-stores";
import { RESERVED } from "./tables/reserved";
import { SIMD } from "./tables/simd";
import { CRYPTO, CRYPTO_SHA512_SM } from "./tables/crypto";
import { FP_ARITHMETIC } from "./tables/fp-arithmetic";
import { FP_CONVERT } from "./tables/fp-convert";
import { SIMD_SCALAR_MISC } from "./tables/simd-scalar-misc";
import { SIMD_SCALAR_SAME } from "./tables/simd-scalar-same";
import { SIMD_SCALAR_SHIFT } from "./tables/simd-scalar-shift";

/** Group to class to table. */
export type InstructionSet = Readonly<Record<string, Readonly<Record<string, EncodingTable>>>>;

export const INSTRUCTION_SET: InstructionSet = {
  "Reserved": RESERVED,
  "Data processing -- immediate": DP_IMMEDIATE,
  "Branches, exception generating and system instructions": BRANCHES,
  "Loads and stores": LOADS_STORES,
  "Data processing -- register": DP_REGISTER,
  "Data processing -- scalar floating-point and Advanced SIMD": {
    ...CRYPTO, ...SIMD_SCALAR_SAME, ...SIMD_SCALAR_MISC, ...SIMD_SCALAR_SHIFT,
    ...SIMD,
    ...CRYPTO_SHA512_SM, ...FP_CONVERT, ...FP_ARITHMETIC,
  },
};
