// The kinds of operand that a template can name behind a slice: <imm19 label *4>,
// <N:immr:imms mask>.

import { count, extent, lsl, negative } from "./bitfields";
import type { Kind } from "./context";
import { element } from "./element-index";
import { extended } from "./extended-register";
import { bytes, float, mask, wide } from "./immediates";
import { label, page } from "./labels";
import { index } from "./register-index";
import { fbits, left, right } from "./shifts";
import { operation, sysreg } from "./system-names";

export const KINDS: Readonly<Record<string, Kind>> = {
  label, page,
  mask, float, wide, bytes,
  lsl, negative, count, extent,
  left, right, fbits,
  element, index,
  sysreg, operation,
  extended,
};
