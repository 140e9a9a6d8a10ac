// Signals: what a process wants to hear of, and sending them.

import { refuse } from "../errors";
import { BLOCKS } from "../files";
import type { Process } from "../process";
import { leaveHandler } from "../signal-frame";
import { type Action, LAST_SIGNAL } from "../signals";
import { type Host, KEEPS_REGISTERS, type Result, type SystemCall, systemCall } from "./system-call";

const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SIG_SETMASK = 2;
const UNCATCHABLE = [9, 19];
const SS_DISABLE = 2;

export const signals: readonly SystemCall[] = [
  systemCall(129, "kill", ["int", "int"], (host, process, pid, signal) => {
    send(host, signal, (each) => isMeant(each, process, pid));
    return 0;
  }),
  systemCall(130, "tkill", ["int", "int"], (host, _process, tid, signal) => {
    send(host, signal, ({ pid }) => pid === tid);
    return 0;
  }),
  systemCall(131, "tgkill", ["int", "int", "int"], (host, _process, _group, tid, signal) => {
    send(host, signal, ({ pid }) => pid === tid);
    return 0;
  }),
  systemCall(132, "sigaltstack", ["address", "address"], (_host, process, stack, before) => alternateStack(process, stack, before)),
  systemCall(133, "rt_sigsuspend", ["address", "size"], (_host, { signals: state, memory }, mask) => {
    // Called again after each turn; a handler ends it, and finds the mask from before in maskToRestore.
    state.maskToRestore ??= state.blocked;
    state.blocked = memory.readU64(mask);
    return BLOCKS;
  }),
  systemCall(134, "rt_sigaction", ["int", "address", "address", "size"], (_host, process, signal, action, before) =>
    setAction(process, signal, action, before)),
  systemCall(135, "rt_sigprocmask", ["int", "address", "address", "size"], (_host, process, how, set, before) =>
    setMask(process, how, set, before)),
  systemCall(136, "rt_sigpending", ["address", "size"], (_host, { signals: state, memory }, address) => {
    memory.writeU64(address, state.pending & state.blocked);
    return 0;
  }),
  systemCall(139, "rt_sigreturn", [], (_host, { registers, memory, signals: state }) => {
    leaveHandler(registers, memory, state);
    return KEEPS_REGISTERS;
  }),
];

function send({ processes }: Host, signal: number, isMeant: (process: Process) => boolean): void {
  if (signal < 0 || signal > LAST_SIGNAL) refuse("EINVAL");
  const meant = processes.all.filter(isMeant);
  if (meant.length === 0) refuse("ESRCH");
  if (signal !== 0) for (const each of meant) each.signals.send(signal);
}

function isMeant(each: Process, process: Process, pid: number): boolean {
  if (pid > 0) return each.pid === pid;
  if (pid === -1) return each !== process;
  return each.group === (pid === 0 ? process.group : -pid);
}

/** struct sigaction: handler, flags, restorer, mask. */
function setAction({ signals: state, memory }: Process, signal: number, address: bigint, before: bigint): Result {
  if (signal < 1 || signal > LAST_SIGNAL || (address !== 0n && UNCATCHABLE.includes(signal))) refuse("EINVAL");
  const old = state.action(signal);
  const [handler, flags, restorer, mask] = address === 0n ? [] : [0n, 8n, 16n, 24n].map((at) => memory.readU64(address + at));
  if (before !== 0n) memory.writeU64(before, old.handler, old.flags, old.restorer, old.mask);
  if (address !== 0n) state.actions.set(signal, { handler, flags, restorer, mask } as Action);
  return 0;
}

function setMask({ signals: state, memory }: Process, how: number, set: bigint, before: bigint): Result {
  const old = state.blocked;
  if (set !== 0n) state.blocked = masked(how, old, memory.readU64(set));
  if (before !== 0n) memory.writeU64(before, old);
  return 0;
}

function masked(how: number, old: bigint, set: bigint): bigint {
  switch (how) {
    case SIG_BLOCK: return old | set;
    case SIG_UNBLOCK: return old & ~set;
    case SIG_SETMASK: return set;
    default: return refuse("EINVAL");
  }
}

/** stack_t: where it begins, flags, size. */
function alternateStack({ signals: state, memory }: Process, address: bigint, before: bigint): Result {
  const { start, size } = state.alternateStack;
  const next = address === 0n ? state.alternateStack : (memory.readU32(address + 8n) & SS_DISABLE) !== 0
    ? { start: 0n, size: 0n } : { start: memory.readU64(address), size: memory.readU64(address + 16n) };
  if (before !== 0n) memory.writeU64(before, start, size === 0n ? BigInt(SS_DISABLE) : 0n, size);
  state.alternateStack = next;
  return 0;
}
