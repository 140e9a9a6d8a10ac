// Advanced SIMD on vectors (Arm ARM, "A64 instruction set encoding"): word<31> = 0, word<28:25> = 0111.

import { SIMD_BY_ELEMENT } from "./simd-by-element";
import { SIMD_IMMEDIATE } from "./simd-immediate";
import { SIMD_PERMUTE } from "./simd-permute";
import { SIMD_THREE_DIFFERENT } from "./simd-three-different";
import { SIMD_THREE_SAME } from "./simd-three-same";
import { SIMD_TWO_REGISTER } from "./simd-two-register";

export const SIMD = {
  ...SIMD_PERMUTE,
  ...SIMD_THREE_SAME,
  ...SIMD_TWO_REGISTER,
  ...SIMD_THREE_DIFFERENT,
  ...SIMD_IMMEDIATE,
  ...SIMD_BY_ELEMENT,
} as const;
