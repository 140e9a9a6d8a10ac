// Cases of parts that work in memory: what is in it before and after, and how many loads and stores may have been made.

import { expect } from "chai";
import type { Case, Notation } from "../exercise";
import { showPlain } from "../plain";
import { Wrong } from "../wrong";
import type { InMemory, Left } from "./adapters/in-memory";

export interface MemoryCase {
  /** Where memory begins, and what is in it. */
  readonly begin: bigint;
  readonly before: Uint8Array;
  /** The part's own. */
  readonly args: readonly (bigint | number)[];
  /** Without it, memory stays as it is. */
  readonly after?: Uint8Array;
  readonly answer?: Left["answer"];
  /** Loads and stores at most. */
  readonly most?: number;
  readonly why?: string;
}

export function memoryCase({ begin, before, args, after = before, answer, most, why }: MemoryCase): Case<InMemory> {
  const want: Left = { memory: after, answer, accesses: most ?? 0 };
  const accept = (given: unknown): void => {
    const { memory, answer: theirs, accesses } = given as Left;
    expect({ memory, answer: theirs }).to.deep.equal({ memory: after, answer });
    if (most !== undefined && accesses > most) throw new Wrong(`right, but with ${accesses} loads and stores: ${most} are enough`);
  };
  return { args: [begin, before, ...args], want, accept, ...(why !== undefined && { why }) };
}

export const hex = (value: bigint | number): string => `0x${value.toString(16)}`;

/** "zero(0x1003, 0x1010)", and what it leaves: the bytes that are others than before. */
export function memoryNotation(name: string, returns?: (answer: unknown) => string): Notation<InMemory> {
  return {
    call: (_begin, _memory, ...args) => `${name}(${args.map((each) => (typeof each === "boolean" ? String(each) : hex(each))).join(", ")})`,
    answer: ({ memory, answer }, begin, before) => [
      ...(returns === undefined ? [] : [returns(answer)]),
      ...(returns !== undefined && sameBytes(memory, before) ? [] : [changes(begin, before, memory)]),
    ].join("; "),
  };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

const MAX_SHOWN = 24;

/** "0x1003 to 0x100f: 00 00 ..." */
function changes(begin: bigint, before: Uint8Array, after: Uint8Array): string {
  if (!(after instanceof Uint8Array) || after.length !== before.length) return showPlain(after);
  const first = after.findIndex((byte, i) => byte !== before[i]);
  if (first < 0) return "nothing changes";
  const last = after.findLastIndex((byte, i) => byte !== before[i]);
  const bytes = [...after.subarray(first, Math.min(last + 1, first + MAX_SHOWN))].map((byte) => byte.toString(16).padStart(2, "0"));
  return `bytes ${hex(begin + BigInt(first))} to ${hex(begin + BigInt(last))} change: ${bytes.join(" ")}${last - first >= MAX_SHOWN ? " ..." : ""}`;
}
