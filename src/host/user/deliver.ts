// Signals reach a process between two of its instructions: its handler is called, or it ends.

import { ERRORS, SystemError } from "./errors";
import type { Process } from "./process";
import { pcOf, setPc } from "./registers";
import { enterHandler, type SignalInfo } from "./signal-frame";
import { TRAMPOLINE } from "./loader";
import { DEFAULT, maskOf, SA_RESETHAND, SA_RESTART, SIG_DFL, SIG_IGN, signalNumber } from "./signals";

/** What a program did wrong, as the signal that it gets. */
export type ProgramFault = SignalInfo;

/** Calls that a handler interrupts for good, whatever SA_RESTART says (signal(7)). */
const NEVER_RESTARTED: ReadonlySet<string> = new Set([
  "nanosleep", "clock_nanosleep", "ppoll", "pselect6", "rt_sigsuspend",
]);

/** Delivers what is pending and not blocked. Returns the signal that ends the process, if one does. */
export function deliver(process: Process): number | undefined {
  const { signals } = process;
  for (let signal = signals.take(); signal !== undefined; signal = signals.take()) {
    const { handler } = signals.action(signal);
    if (handler === SIG_IGN) continue;
    if (handler === SIG_DFL) return signal;
    interrupt(process, signal);
    if (!calls(process, { signal, code: 0, address: 0n })) return signalNumber("SIGSEGV");
  }
  return undefined;
}

/** Whether the process has a handler for its own fault, and now runs it. */
export function deliverFault(process: Process, fault: ProgramFault): boolean {
  const { handler } = process.signals.action(fault.signal);
  const isBlocked = (process.signals.blocked & maskOf(fault.signal)) !== 0n;
  return handler !== SIG_DFL && handler !== SIG_IGN && !isBlocked && calls(process, fault);
}

/** False if there is no stack to call it on. */
function calls({ registers, memory, signals }: Process, info: SignalInfo): boolean {
  const action = signals.action(info.signal);
  try {
    enterHandler(registers, memory, signals, action, info, TRAMPOLINE);
  } catch (error) {
    if (error instanceof SystemError) return false;
    throw error;
  }
  if ((action.flags & SA_RESETHAND) !== 0n) signals.actions.set(info.signal, DEFAULT);
  return true;
}

/** A call that was waiting is made again behind the handler, or answers EINTR. */
function interrupt(process: Process, signal: number): void {
  const { unfinished, registers, signals } = process;
  if (unfinished === undefined) return;
  process.unfinished = undefined;
  process.wakeAt = undefined;
  const restarts = (signals.action(signal).flags & SA_RESTART) !== 0n && !NEVER_RESTARTED.has(unfinished.name);
  if (restarts) setPc(registers, pcOf(registers) - 4n);
  else registers.x[0] = BigInt.asUintN(64, BigInt(-ERRORS.EINTR));
}
