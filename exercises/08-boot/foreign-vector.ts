import type { BootQuestions } from "../../src/course/exercises/08-boot/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Nightjar is a processor that was never built. Its registers are h0, h1, h2, h3, h4, h5, h6, h7, v0, v1, v2, v3,
 * each of 4 bytes, and it has sp, pc and status. When an exception is taken it does this, and no more: ipc becomes
 * pc, ips becomes status, and it goes to the exception's vector. `eret` makes pc what ipc is, and status what
 * ips is. The program that was interrupted knows nothing of it, and uses neither.
 *
 * A kernel for it was to have two vectors, and whoever wrote them was in a hurry:
 *
 *     disk:
 *         sub    sp, sp, 56
 *         st     h0, h1, [sp+0]
 *         st     v2, v3, [sp+16]
 *         st     h6, h7, [sp+8]
 *         st     h2, h3, [sp+48]
 *         st     h4, h5, [sp+32]
 *         call   handler
 *         mv     h0, ipc
 *         mv     h1, ips
 *         st     h0, h1, [sp+40]
 *         ld     v0, v1, [sp+24]
 *         ld     h6, h7, [sp+8]
 *         ld     h2, [sp+48]
 *         ld     h4, h5, [sp+32]
 *         ld     h0, h1, [sp+40]
 *         mv     ipc, h0
 *         mv     ips, h1
 *         ld     h0, h1, [sp+0]
 *         add    sp, sp, 56
 *         eret
 *
 *     fault:
 *         sub    sp, sp, 52
 *         st     h4, h5, [sp+24]
 *         mv     h4, ipc
 *         st     h4, [sp+8]
 *         st     h2, h3, [sp+0]
 *         st     h6, h7, [sp+28]
 *         st     h0, h1, [sp+48]
 *         st     v2, v3, [sp+16]
 *         st     v0, [sp+40]
 *         call   handler
 *         ld     h2, [sp+0]
 *         ld     h6, h7, [sp+28]
 *         ld     h0, h1, [sp+48]
 *         ld     v2, v3, [sp+16]
 *         ld     v0, [sp+40]
 *         ld     h4, [sp+8]
 *         mv     ipc, h4
 *         ld     h4, h5, [sp+24]
 *         add    sp, sp, 52
 *         eret
 *
 * `st h0, h1, [sp+8]` stores h0 at sp+8 and h1 4 bytes above; `ld` loads likewise; with one register it is one.
 * `mv h0, ipc` copies the second to the first. None of these changes status. The stack grows downwards: what is at
 * sp and above when the exception is taken is the program's, and what is below is nobody's.
 *
 * The handler is a function. It leaves sp, and all that is in memory, as it finds them. It changes the registers that
 * `changes` lists, and no other one. If `nested` is true, another exception is taken while it runs, and returned from,
 * without harm to anything but ipc and ips, which are then what that one needed. No two values are alike:
 * what is changed is wrong, and so is what was somebody else's, or was in memory before.
 *
 * Write `foreignVector({ vector, changes, nested })`, which gives the list of what the program does not find as it was
 * when it goes on, in this order:
 *
 *     h0, h1, h2, h3, h4, h5, h6, h7, v0, v1, v2, v3, sp, stack, pc, status
 *
 * where "stack" is the memory that is the program's, and "pc" and "status" are what it goes on with. For example:
 *
 *     disk, the handler changes nothing, another exception meanwhile
 *         v0, v1, pc, status
 *     fault, the handler changes h0, h1, h2, no other exception
 *         h5, stack
 *     disk, the handler changes h3, v0, h5, another exception meanwhile
 *         h3, v0, v1, pc, status
 */

export const foreignVector: BootQuestions["foreignVector"] = ({ vector, changes, nested }) => {
  const meanwhile = nested ? "with another exception meanwhile" : "with no other exception";
  throw new Error(`Return what is wrong behind ${vector}, if the handler changes ${changes.join(", ") || "nothing"}, ${meanwhile}.`);
};
