// What every row does, in the order of the tables (decoder/instruction-set.ts). What no file here
// says is not in the profile.

import { branches } from "./branches";
import { crypto, cryptoSha512 } from "./crypto";
import { dpImmediate } from "./dp-immediate";
import { dpRegister } from "./dp-register";
import { fpArithmetic } from "./fp-arithmetic";
import { fpConvert } from "./fp-convert";
import { loadsStores } from "./loads-stores";
import { reserved } from "./reserved";
import { simdByElement } from "./simd-by-element";
import { simdImmediate } from "./simd-immediate";
import { simdPermute } from "./simd-permute";
import { simdScalarMisc } from "./simd-scalar-misc";
import { simdScalarSame } from "./simd-scalar-same";
import { simdScalarShift } from "./simd-scalar-shift";
import { simdThreeDifferent } from "./simd-three-different";
import { simdThreeSame } from "./simd-three-same";
import { simdTwoRegister } from "./simd-two-register";

export const SEMANTICS = {
  "Reserved": reserved,
  "Data processing -- immediate": dpImmediate,
  "Branches, exception generating and system instructions": branches,
  "Loads and stores": loadsStores,
  "Data processing -- register": dpRegister,
  "Data processing -- scalar floating-point and Advanced SIMD": {
    ...crypto, ...simdScalarSame, ...simdScalarMisc, ...simdScalarShift,
    ...simdPermute, ...simdThreeSame, ...simdTwoRegister, ...simdThreeDifferent, ...simdImmediate,
    ...simdByElement,
    ...cryptoSha512, ...fpConvert, ...fpArithmetic,
  },
} as const;
