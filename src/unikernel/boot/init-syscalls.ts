// _init_syscalls: what SVC does. The number is in X8, the arguments are in X0 to X5, the result
// goes to X0, an error as its negative: Linux's convention on AArch64. A program's calls come with
// chapter 9, which registers a handler; until then every call answers that it does not exist.

import { load64, store64 } from "../metal/memory";
import { minus, plus } from "../metal/word";
import { FRAME } from "../crash/frame";

/** Linux's errno: there is no such call. */
const ENOSYS = 38n;

export interface SystemCalls {
  /** X0 to X5 and X8 are in the frame; what it returns goes to X0. It allocates nothing. */
  call(number: bigint, frame: bigint): bigint;
}

let table: SystemCalls | null = null;
let unanswered = 0;

/** Nothing is registered yet. @noalloc */
export function _init_syscalls(): void {
  table = null;
  unanswered = 0;
}

export function registerSystemCalls(calls: SystemCalls): void {
  table = calls;
}

/** What the vectors call for an SVC: ELR is behind it already. */
export function takeSystemCall(frame: bigint): void {
  const number = load64(plus(frame, BigInt(FRAME.x + 8 * 8)));
  if (table === null) unanswered++;
  const result = table === null ? minus(0n, ENOSYS) : table.call(number, frame);
  store64(plus(frame, BigInt(FRAME.x)), result);
}

/** How many calls there have been that nothing could answer. */
export function unansweredSystemCalls(): number {
  return unanswered;
}
