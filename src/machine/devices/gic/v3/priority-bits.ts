// Of priorities with 5 bits there are 32 group priorities, a bit each in ICC_AP0R0_EL1: bit n is
// priority 8 * n. The rules (active-priorities.ts) have room for all 128 that a GICv2 may have.

import type { ActivePriorities } from "../active-priorities";

/** Priority 8 * n stands at bit 4 * n of the 128. */
export function packed(active: ActivePriorities): number {
  let bits = 0;
  for (let n = 0; n < 32; n++) bits |= ((active[n >> 3]! >>> (4 * (n & 7))) & 1) << n;
  return bits;
}

export function unpacked(bits: number): ActivePriorities {
  const active = [0, 0, 0, 0];
  for (let n = 0; n < 32; n++) active[n >> 3]! |= ((bits >>> n) & 1) << (4 * (n & 7));
  return active;
}
