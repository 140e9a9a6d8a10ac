// A part that loads and stores is given memory to do it in, which the judge has filled; what is in it afterwards is what
// the judge sees. It knows nothing of what is asked of the part.

import { hostMetal } from "../../../../unikernel/metal/hosted";
import { SmallMemory } from "./small-memory";

// Types, not interfaces: only a type is Plain.

/** Memory after a call, what the part returned, and how many loads and stores it made. */
export type Left = { readonly memory: Uint8Array; readonly answer: bigint | number | boolean | undefined; readonly accesses: number };

type Argument = bigint | number | boolean;

/** A call in memory: where it begins, what is in it, and the part's own arguments. */
export type InMemory = (begin: bigint, memory: Uint8Array, ...args: readonly Argument[]) => Left;

export const inMemory = (part: (...args: readonly Argument[]) => Left["answer"]): InMemory =>
  (begin, memory, ...args) => {
    const metal = new SmallMemory(begin, memory);
    hostMetal(metal);
    const answer = part(...args);
    return { memory, answer, accesses: metal.accesses };
  };
