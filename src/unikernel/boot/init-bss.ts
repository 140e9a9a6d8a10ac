// _init_bss: variables that start as zero are zero. The loader has not said so: what was in memory
// before is still there. Stacks, tables and the boot log are live already, and are not in it.

import { symbol } from "../metal/linker";
import { zero } from "./zero";

/** @noalloc */
export function _init_bss(): void {
  zero(symbol("link/bss"), symbol("link/bss-end"));
}
