// WFI and WFE, the two ways to have nothing to do (Arm ARM, "Wait for Interrupt", "Wait for Event
// mechanism and Send event"). WFI sleeps until a line is asserted; it may be masked, so that a
// kernel can look at it first, without a race. WFE sleeps until somebody says SEV. That may have
// been before it went to sleep: the event register remembers it.

import type { Hint } from "../cpu/operations";

export interface WakeUp {
  /** Some interrupt's line is asserted. */
  readonly asserted: boolean;
  /** One is, and is not masked: it will be taken. */
  readonly unmasked: boolean;
}

export interface Waiting {
  /** Whether there is nothing to do. */
  readonly waits: boolean;
  /** The event register, behind the hint. */
  readonly event: boolean;
}

/** What `hint` does. SEV also sets every other CPU's event register. */
export function waits(hint: Hint, event: boolean, wakeUp: WakeUp): Waiting {
  switch (hint) {
    case "WFI": return { waits: !wakeUp.asserted, event };
    case "WFE": return { waits: !event && !wakeUp.unmasked, event: false };
    case "SEV": case "SEVL": return { waits: false, event: true };
    case "NOP": case "YIELD": return { waits: false, event };
  }
}
