/** What a reader is led through, one step at a time, from a queue that has just been set up. */
import type { Action } from "./moments";

export interface GuideStep {
  readonly title: string;
  readonly says: string;
  readonly actions: readonly Action[];
}

export interface Guide {
  readonly title: string;
  readonly steps: readonly GuideStep[];
}

const readA: Action = { kind: "describe", name: "A", operation: "read", sector: 2 };
const offer = (name: "A" | "B"): Action => ({ kind: "offer", name });
const notify: Action = { kind: "notify" };
const collect: Action = { kind: "collect" };

export const guides: readonly Guide[] = [
  {
    title: "A sector",
    steps: [
      { title: "Describe", says: "Three buffers, three descriptors, linked. The device knows nothing of it.", actions: [readA] },
      { title: "Make available", says: "The head's number into the ring, and then idx. Nobody has told the device yet.", actions: [offer("A")] },
      { title: "Notify", says: "One store to a register. Step through what the device does because of it.", actions: [notify] },
      { title: "Take it back", says: "The driver has its own count of the used ring, and finds one more. The chain is its own again.", actions: [collect] },
    ],
  },
  {
    title: "Two for one bell",
    steps: [
      { title: "Describe two", says: "A reads, B writes.", actions: [readA, { kind: "describe", name: "B", operation: "write", sector: 1 }] },
      { title: "Make both available", says: "Two slots, idx is 2.", actions: [offer("A"), offer("B")] },
      { title: "Notify once", says: "The device looks how many there are, and does all of them. One interrupt for both.", actions: [notify] },
      { title: "Take both back", says: "Each store to a register that was not made is an exit to the device that did not happen.", actions: [collect] },
    ],
  },
  {
    title: "Without an interrupt",
    steps: [
      { title: "Say so", says: "available.flags is the driver's: it would rather look by itself.", actions: [{ kind: "want interrupts", wants: false }] },
      { title: "Describe, make available, notify", says: "The device reads the flag last of all, and leaves its line alone.", actions: [readA, offer("A"), notify] },
      { title: "Look", says: "The driver finds used.idx changed, because it looked.", actions: [collect] },
    ],
  },
  {
    title: "A chain without an end",
    steps: [
      { title: "Describe", says: "A read, as it should be.", actions: [readA] },
      { title: "Spoil it", says: "The last descriptor has NEXT, and leads to itself.", actions: [{ kind: "make a circle", name: "A" }] },
      { title: "Make available, notify", says: "The table has eight descriptors. Whoever has read a ninth is in a circle: the device gives up, and no memory was written.", actions: [offer("A"), notify] },
    ],
  },
];
