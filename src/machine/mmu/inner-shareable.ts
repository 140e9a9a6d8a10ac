// The CPUs that hear each other's broadcast maintenance (Arm ARM, "Inner Shareable domain"): TLBI
// with IS in its name reaches the TLBs of all of them, at once.

import type { Tlb } from "./tlb";
import type { Invalidation } from "./tlb-invalidation";

export class InnerShareable {
  readonly #tlbs: Tlb[] = [];

  join(tlb: Tlb): void {
    this.#tlbs.push(tlb);
  }

  invalidate(invalidation: Invalidation): void {
    for (const tlb of this.#tlbs) tlb.invalidate(invalidation);
  }
}
