// Priorities (GIC architecture specification, "Interrupt prioritization"): a byte, of which 0 is
// the most urgent. The binary point cuts it in two. The upper part, the group priority, decides
// whether an interrupt may preempt the one that a CPU is handling; all of it decides which comes
// first.
//
//    7                     point + 1   point         0
//   +---------------------------------+---------------+
//   |         group priority          |  subpriority  |
//   +---------------------------------+---------------+

/** An interrupt that is pending, enabled, not active, and meant for a CPU. */
export interface Candidate {
  readonly intid: number;
  readonly priority: number;
  readonly group: 0 | 1;
}

/** Less urgent than any priority: nothing runs. */
export const IDLE = 0x100;

/** The most urgent; of equals, the one with the lowest number. */
export function highestPending(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const each of candidates) {
    if (best === undefined || isBefore(each, best)) best = each;
  }
  return best;
}

const isBefore = (a: Candidate, b: Candidate): boolean =>
  a.priority < b.priority || (a.priority === b.priority && a.intid < b.intid);

/** `priority` without the bits that do not count in preempting: `binaryPoint` to 0. */
export const groupPriority = (priority: number, binaryPoint: number): number =>
  priority & (-2 << binaryPoint);

/**
 * Whether `priority` gets through to a CPU: it must be more urgent than the mask, and than what
 * runs. `running` is a group priority, whose low bits are 0, so the low bits of `priority` do not
 * count.
 */
export const isSufficient = (priority: number, mask: number, running: number): boolean =>
  priority < mask && priority < running;
