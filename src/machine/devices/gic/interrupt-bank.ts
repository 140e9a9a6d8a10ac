// 32 interrupts: a word of each register that has a bit for every interrupt. A GICv2 has one for
// the private interrupts of every CPU and eight for the SPIs; a GICv3 keeps the private ones in its
// redistributors.

import type { Lines } from "./lines";
import type { GicParts } from "./parts";
import type { Candidate } from "./priority";
import { lowestBit } from "./active-priorities";

export interface BankState extends Lines {
  readonly enabled: number;
  readonly active: number;
  readonly groups: number;
  readonly priorities: Uint8Array;
}

export class InterruptBank {
  /** The INTID of bit 0. */
  readonly first: number;
  readonly #parts: GicParts;
  #lines: Lines = { levels: 0, edges: 0, latched: 0 };
  enabled = 0;
  active = 0;
  /** 0 or 1 each. */
  groups = 0;
  readonly priorities = new Uint8Array(32);

  constructor(first: number, parts: GicParts) {
    this.first = first;
    this.#parts = parts;
  }

  /** As behind power-on. Lines stay as high as their devices have them. */
  reset(enabled: number, edges: number): void {
    this.#lines = { levels: this.#lines.levels, edges, latched: 0 };
    this.enabled = enabled;
    this.active = 0;
    this.groups = 0;
    this.priorities.fill(0);
  }

  get pending(): number {
    return this.#parts.pendingOf(this.#lines);
  }

  get edges(): number {
    return this.#lines.edges;
  }

  set edges(edges: number) {
    this.#lines = { ...this.#lines, edges };
  }

  /** A device's line is high or low from now on. */
  setLevel(bit: number, isHigh: boolean): void {
    const { levels } = this.#lines;
    const next = isHigh ? levels | (1 << bit) : levels & ~(1 << bit);
    this.#lines = this.#parts.linesAt(this.#lines, next);
  }

  isHigh(bit: number): boolean {
    return ((this.#lines.levels >>> bit) & 1) === 1;
  }

  latch(mask: number): void {
    this.#lines = { ...this.#lines, latched: this.#lines.latched | mask };
  }

  unlatch(mask: number): void {
    this.#lines = { ...this.#lines, latched: this.#lines.latched & ~mask };
  }

  groupOf(bit: number): 0 | 1 {
    return ((this.groups >>> bit) & 1) as 0 | 1;
  }

  /** Acknowledged: active, and pending again only if its line is high or rises anew. */
  activate(bit: number): void {
    this.active |= 1 << bit;
    this.unlatch(1 << bit);
  }

  deactivate(bit: number): void {
    this.active &= ~(1 << bit);
  }

  /** Adds to `candidates` whatever waits, and is for the CPU that asks. */
  addWaiting(candidates: Candidate[], isMine: (bit: number) => boolean): void {
    let waiting = this.pending & this.enabled & ~this.active;
    for (; waiting !== 0; waiting &= waiting - 1) {
      const bit = lowestBit(waiting);
      if (!isMine(bit)) continue;
      const priority = this.priorities[bit]!;
      candidates.push({ intid: this.first + bit, priority, group: this.groupOf(bit) });
    }
  }

  save(): BankState {
    const { enabled, active, groups } = this;
    return { ...this.#lines, enabled, active, groups, priorities: this.priorities.slice() };
  }

  restore({ levels, edges, latched, enabled, active, groups, priorities }: BankState): void {
    this.#lines = { levels, edges, latched };
    this.enabled = enabled;
    this.active = active;
    this.groups = groups;
    this.priorities.set(priorities);
  }
}
