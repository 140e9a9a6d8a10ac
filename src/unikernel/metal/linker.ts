// What the linker knows: where the image's parts lie ("link/bss", "link/bss-end").

import { hosted } from "./hosted";

/** The address of what the linker calls by this name: a literal. */
export function symbol(name: string): bigint {
  return hosted().symbol(name);
}
