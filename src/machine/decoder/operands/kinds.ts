// The kinds of operand that a template can name behind a slice: <imm19 label *4>, <N:immr:imms mask>.

import { count, extent, lsl, negative } from "./bitfields";
import type { Kind } from "./context";
import { float, mask, wide } from "./immediates";
import { label, page } from "./labels";

export const KINDS: Readonly<Record<string, Kind>> = {
  label, page,
  mask, float, wide,
  lsl, negative, count, extent,
};
