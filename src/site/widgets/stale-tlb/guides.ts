/** What a reader is led through, one step at a time, from a machine that has just begun. */
import type { Action } from "./tlb-actions";

export interface GuideStep {
  readonly title: string;
  readonly says: string;
  readonly actions: readonly Action[];
}

export interface Guide {
  readonly title: string;
  readonly steps: readonly GuideStep[];
}

const readCode: Action = { kind: "read", page: "code" };
const readData: Action = { kind: "read", page: "data" };
const readKernel: Action = { kind: "read", page: "kernel" };
const move: Action = { kind: "write", asid: 1, page: "code", entry: { frame: "bay", nG: true } };
const unmap: Action = { kind: "write", asid: 1, page: "code", entry: { frame: undefined, nG: true } };

export const guides: readonly Guide[] = [
  {
    title: "Forget",
    steps: [
      { title: "Read", says: "The first access walks, and the TLB keeps what the walk found.", actions: [readCode] },
      { title: "Move the page", says: "The descriptor says bay. The TLB is not told.", actions: [move] },
      { title: "Read again", says: "A hit, so nobody looks at the table. It is still oak.", actions: [readCode] },
      { title: "Let others run", says: "Four other pages are used. There is room for four entries, and the oldest goes.", actions: [{ kind: "switch", asid: 2 }, readCode, readData, { kind: "switch", asid: 1 }, readData, readKernel] },
      { title: "Read again", says: "Now it is bay. Nothing was repaired: it was pushed out. This is the bug that appears once a week.", actions: [readCode] },
    ],
  },
  {
    title: "Break before make",
    steps: [
      { title: "Read", says: "The TLB has the old entry.", actions: [readCode] },
      { title: "Break", says: "Zero into the descriptor. It must be zero before anybody is told; on a real machine, dsb ishst sees to that.", actions: [unmap] },
      { title: "Read", says: "A hit still. To have broken the table is not enough.", actions: [readCode] },
      { title: "TLBI VAE1", says: "The old entry goes; dsb ish waits until it has gone everywhere. Now nobody has either entry.", actions: [{ kind: "TLBI", form: "VAE1", page: "code" }] },
      { title: "Read", says: "A fault: whoever comes at this moment has to wait. That is the price, and it is why there can never be two.", actions: [readCode] },
      { title: "Make", says: "The new descriptor. Nothing has to be invalidated: faults are not kept.", actions: [move] },
      { title: "Read", says: "A miss, a walk, bay.", actions: [readCode] },
    ],
  },
  {
    title: "A number, used again",
    steps: [
      { title: "Program 2 reads", says: "ASID 2's entry goes into the TLB.", actions: [{ kind: "switch", asid: 2 }, readCode] },
      { title: "It ends; a new one gets ASID 2", says: "Other tables, other pages, the same number.", actions: [{ kind: "replace", asid: 2 }] },
      { title: "The new one reads", says: "A hit: it reads a page of a program that is gone. It was somebody's memory.", actions: [readCode] },
      { title: "TLBI ASIDE1", says: "All that belongs to ASID 2 goes. Other programs and the kernel keep theirs.", actions: [{ kind: "TLBI", form: "ASIDE1", page: "code" }] },
      { title: "It reads again", says: "Its own page.", actions: [readCode] },
    ],
  },
];
