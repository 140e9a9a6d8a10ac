// A ring of bytes is used by a script: a number from 0 on is put, -1 takes. It knows nothing of what is asked of a ring.
//
// No interrupt comes between two instructions here. So the text is looked at for what one could break: a variable that both
// put() and take() write.

/** What the part is, as far as the script uses it. */
export interface Ring {
  readonly length: number;
  put(byte: number): boolean;
  take(): number;
}

// A type, not an interface: only a type is Plain.
/** What put() or take() answered, and the length then. */
export type Step = readonly [answer: boolean | number, length: number];
export type Used = { readonly steps: readonly Step[]; readonly writtenByBoth: readonly string[] };

export type RingUse = (capacity: number, script: readonly number[]) => Used;

type RingClass = new (capacity: number) => Ring;

export const ringUse = (ByteRing: RingClass): RingUse =>
  (capacity, script) => {
    const ring = new ByteRing(capacity);
    const steps = script.map((byte): Step => {
      const answer = byte < 0 ? ring.take() : ring.put(byte);
      return [answer, ring.length];
    });
    const byTake = writtenBy(ByteRing, "take");
    return { steps, writtenByBoth: writtenBy(ByteRing, "put").filter((name) => byTake.includes(name)) };
  };

const WRITES = /\bthis\.(#?\w+)\s*(?:=(?!=)|\+\+|--|[-+*%|&^]=)|(?:\+\+|--)\s*this\.(#?\w+)/g;

function writtenBy({ prototype }: RingClass, method: "put" | "take"): string[] {
  const text = String(prototype[method]);
  return [...new Set([...text.matchAll(WRITES)].map(([, name, stepped]) => name ?? stepped ?? ""))];
}
