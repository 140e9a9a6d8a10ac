/** The programs of the time line, by the name that a page calls them by. */
import { interrupt } from "./programs/interrupt";
import { nestedFault } from "./programs/nested-fault";
import { pageFault } from "./programs/page-fault";
import { step } from "./programs/step";
import { systemCall } from "./programs/system-call";

export interface TimedProgram {
  readonly name: string;
  readonly title: string;
  /** What to look at, in a sentence or two. */
  readonly tells: string;
  readonly source: string;
  /** When the figure starts: there is something to see, and to go back to. */
  readonly startsAt: number;
  /** When the device asks; undefined: there is none. */
  readonly asks?: readonly number[];
}

export const timedPrograms: readonly TimedProgram[] = [
  { name: "system-call",  title: "a system call",      source: systemCall,  startsAt: 12, tells: "Only four things change when the call is made: the level, the stack pointer, the masks, and where it goes on. The flags come back with ERET." },
  { name: "page-fault",   title: "a page fault",       source: pageFault,   startsAt: 22, tells: "The load does not happen. ELR_EL1 has its own address, so it is executed again, and finds the page." },
  { name: "interrupt",    title: "an interrupt",       source: interrupt,   startsAt: 16, tells: "Assert the line anywhere. At EL0 it is taken before the next instruction; in a handler it waits, because I is set.", asks: [15, 33] },
  { name: "step",         title: "one at a time",      source: step,        startsAt: 14, tells: "PSTATE.SS is 1 for one instruction of the program. It is 0 behind it, and that is an exception." },
  { name: "nested-fault", title: "a fault in a handler", source: nestedFault, startsAt: 27, tells: "The second exception overwrites ELR_EL1 and SPSR_EL1. The way back to the program is on the stack, since the kernel put it there." },
];
