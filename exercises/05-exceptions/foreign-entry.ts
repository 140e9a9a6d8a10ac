import type { ExceptionQuestions } from "../../src/course/exercises/05-exceptions/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Heron is a processor that was never built. Its instructions have 2 bytes. It has 3 levels, 0 to 2; programs
 * run at level 0. Its status register has 24 bits; those that are no field are 0:
 *
 *     bits   field  when an exception is taken                 behind a return
 *     4:3    LEVEL  the level that it is taken to              as it was saved
 *     11     P      1, if the exception sets it, or as it was  as it was saved
 *     6      K      1, if the exception sets it, or as it was  as it was saved
 *     20     V      1, if the exception sets it, or as it was  as it was saved
 *     17:13  COND   as it was                                  as it was saved
 *     5      TRACE  0                                          as it was saved
 *     7      STACK  1                                          as it is
 *     2      WRONG  0                                          as it was saved
 *
 * These are its exceptions:
 *
 *     number  name          kind       to level  masked by  sets
 *     8       alarm         interrupt  1         V          V
 *     13      plead         call       1         -          P, V
 *     4       odd address   fault      2         -          P, V
 *     0       bell          interrupt  1         K          K
 *     11      clock         interrupt  1         P          P, K, V
 *     14      too deep      fault      2         -          V
 *     6       wrong return  fault      2         -          P, K
 *
 * No exception goes down: at a higher level than the table's, it is taken to the level where it happens. One whose mask is 1
 * has to wait, and nothing changes.
 *
 * Each level above 0 has a pair of its own, where it saves `pc` and `status` as they were: `pc` is where the instruction
 * is that calls, that faults, or that would have been the next one; but of a call, 2 more than that is saved. Then
 *
 *     cause    becomes the number of the exception from bit 4 on, and the level where it happened from bit 13 on
 *     status   becomes what the table of fields says
 *     pc       becomes 0x70e87000 + 0xc00 * group + 0x60 * number
 *
 * where the group is the level where it happened.
 *
 * A return, at a level above 0, takes `pc` from the pair of that level, and the status as the table says. Nothing else
 * changes, not even the pair. At level 0 there is no return: it is exception 6 instead. And where the LEVEL that was
 * saved is higher than the level that returns, or there is no such level, the return is wrong:
 * LEVEL stays as it is, WRONG becomes 1, and everything else is as behind any other return.
 *
 * Write `foreignException({ pc, status, cause, saved }, event)`, which gives all four as they are then, or undefined if the
 * exception has to wait. `saved` is a list of { pc, status }, level 1's first; `event` is { kind: "exception", number } or
 * { kind: "return" }. For example:
 *
 *     exception 13 of { pc: 0x4aea82e6, status: 0x22000, cause: 0x5cb, saved: [{ pc: 0x1bce728c, status: 0x3c8c8 }, { pc: 0x59b285fc, status: 0x1c868 }] }
 *         { pc: 0x70e874e0, status: 0x122888, cause: 0xd0, saved: [{ pc: 0x4aea82e8, status: 0x22000 }, { pc: 0x59b285fc, status: 0x1c868 }] }
 *     exception 4 of { pc: 0x60459f7c, status: 0x32860, cause: 0xf6c, saved: [{ pc: 0x6ef9252c, status: 0x36840 }, { pc: 0x6b01361e, status: 0x2a810 }] }
 *         { pc: 0x70e87180, status: 0x1328d0, cause: 0x40, saved: [{ pc: 0x6ef9252c, status: 0x36840 }, { pc: 0x60459f7c, status: 0x32860 }] }
 *     exception 8 of { pc: 0x156d6ac2, status: 0x70, cause: 0xe5f, saved: [{ pc: 0x7968794a, status: 0x1068e0 }, { pc: 0x633de040, status: 0x3e810 }] }
 *         { pc: 0x70e88b00, status: 0x1000d0, cause: 0x4080, saved: [{ pc: 0x7968794a, status: 0x1068e0 }, { pc: 0x156d6ac2, status: 0x70 }] }
 *     return of { pc: 0x4df19efe, status: 0x124090, cause: 0xec9, saved: [{ pc: 0x2d41c64e, status: 0x1148f0 }, { pc: 0x37a7d5d2, status: 0x13e0a0 }] }
 *         { pc: 0x37a7d5d2, status: 0x13e0a0, cause: 0xec9, saved: [{ pc: 0x2d41c64e, status: 0x1148f0 }, { pc: 0x37a7d5d2, status: 0x13e0a0 }] }
 *     return of { pc: 0x7d252454, status: 0x4868, cause: 0xa32, saved: [{ pc: 0xd9de42c, status: 0xe030 }, { pc: 0x2400e9fe, status: 0x12868 }] }
 *         { pc: 0xd9de42c, status: 0xe02c, cause: 0xa32, saved: [{ pc: 0xd9de42c, status: 0xe030 }, { pc: 0x2400e9fe, status: 0x12868 }] }
 */

export const foreignException: ExceptionQuestions["foreignException"] = ({ pc, status }, event) => {
  const what = event.kind === "return" ? "a return" : `exception ${event.number}`;
  throw new Error(`Return { pc, status, cause, saved } behind ${what}, or undefined if it has to wait: pc is 0x${pc.toString(16)}, status 0x${status.toString(16)}.`);
};
