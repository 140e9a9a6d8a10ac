// What is known at one place of a function: ranges that tests on the way there have narrowed, and
// the tests themselves. Who enters a block notes how much was known, and goes back to that when he
// leaves the blocks that it dominates.

import type { Value } from "../../ir/function";
import { type Comparison, OPPOSITE } from "../../ir/operation";
import type { Condition } from "../condition";
import { type Interval, isNatural, isSame, meet } from "./interval";
import { rangeOfKind } from "./meaning";
import { narrow } from "./narrow";

/** a is at most b + more. */
export interface Bound {
  readonly b: Value;
  readonly more: bigint;
}

/** How much was known: to go back to. */
export interface Mark {
  readonly narrowed: number;
  readonly bounds: number;
}

export class Context {
  /** What each value may be where it is made. */
  readonly made: Map<Value, Interval>;
  readonly #narrowed = new Map<Value, Interval>();
  readonly #bounds = new Map<Value, Bound[]>();
  readonly #undoNarrowed: (readonly [Value, Interval | undefined])[] = [];
  readonly #undoBounds: Value[] = [];

  constructor(made: Map<Value, Interval>) {
    this.made = made;
  }

  readonly of = (value: Value): Interval =>
    this.#narrowed.get(value) ?? this.made.get(value) ?? rangeOfKind(value.kind);

  boundsOf(value: Value): readonly Bound[] {
    return this.#bounds.get(value) ?? [];
  }

  mark(): Mark {
    return { narrowed: this.#undoNarrowed.length, bounds: this.#undoBounds.length };
  }

  backTo({ narrowed, bounds }: Mark): void {
    while (this.#undoNarrowed.length > narrowed) {
      const [value, before] = this.#undoNarrowed.pop()!;
      if (before === undefined) this.#narrowed.delete(value);
      else this.#narrowed.set(value, before);
    }
    while (this.#undoBounds.length > bounds) this.#bounds.get(this.#undoBounds.pop()!)!.pop();
  }

  /** From here on the condition holds, or does not; false if that cannot be. */
  assume(condition: Condition, holds: boolean): boolean {
    const narrowed = narrow(condition, holds, this.of);
    if (narrowed === "never") return false;
    this.#relate(condition, holds); // By what was known before.
    for (const [value, range] of narrowed) this.narrow(value, range);
    return true;
  }

  /** False if the value can be nothing then. */
  narrow(value: Value, range: Interval): boolean {
    const before = this.of(value);
    const now = meet(before, range);
    if (now === undefined) return false;
    if (isSame(before, now)) return true;
    this.#undoNarrowed.push([value, this.#narrowed.get(value)]);
    this.#narrowed.set(value, now);
    return true;
  }

  #relate({ comparison, a, b }: Condition, holds: boolean): void {
    const known: Comparison = holds ? comparison : OPPOSITE[comparison];
    const above = isNatural(this.of(b)); // Then an unsigned comparison is a signed one, and more.
    const left = isNatural(this.of(a));
    switch (known) {
      case "lt": { this.#bound(a, b, -1n); break; }
      case "le": { this.#bound(a, b, 0n); break; }
      case "gt": { this.#bound(b, a, -1n); break; }
      case "ge": { this.#bound(b, a, 0n); break; }
      case "eq": { this.#bound(a, b, 0n); this.#bound(b, a, 0n); break; }
      case "lo": { if (above) this.#bound(a, b, -1n); break; }
      case "ls": { if (above) this.#bound(a, b, 0n); break; }
      case "hi": { if (left) this.#bound(b, a, -1n); break; }
      case "hs": { if (left) this.#bound(b, a, 0n); break; }
      case "ne": break;
    }
  }

  #bound(a: Value, b: Value, more: bigint): void {
    const bounds = this.#bounds.get(a);
    if (bounds === undefined) this.#bounds.set(a, [{ b, more }]);
    else bounds.push({ b, more });
    this.#undoBounds.push(a);
  }
}
