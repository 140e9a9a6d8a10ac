// The parts of an interrupt controller that can be replaced: the rules, without the registers.
// Plain data goes in and comes out. GICv2 and GICv3 follow the same ones.

import type { ActivePriorities } from "./active-priorities";
import type { Lines } from "./lines";
import type { Candidate } from "./priority";

export interface GicParts {
  /** `lines`, when what their devices say becomes `levels`. */
  linesAt(lines: Lines, levels: number): Lines;
  /** A bit for each interrupt: whether it is pending. */
  pendingOf(lines: Lines): number;
  /** What comes first, of all that wait for a CPU. */
  highestPending(candidates: readonly Candidate[]): Candidate | undefined;
  /** The part of a priority that is left to decide who may preempt. */
  groupPriority(priority: number, binaryPoint: number): number;
  /** Whether `priority` gets through to a CPU that masks `mask` and is at `running`. */
  isSufficient(priority: number, mask: number, running: number): boolean;
  /** Acknowledging: `groupPriority` runs too from now on. */
  raised(active: ActivePriorities, groupPriority: number): ActivePriorities;
  /** The end of an interrupt: what runs is over. */
  dropped(active: ActivePriorities): ActivePriorities;
  /** The priority at which a CPU runs. */
  runningPriority(active: ActivePriorities): number;
}
