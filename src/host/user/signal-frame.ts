// How a signal's handler is called: the state of the program is put on its stack, and rt_sigreturn
// takes it from there (Linux, arch/arm64/include/uapi/asm/sigcontext.h and ucontext.h).
//
//   sp -> siginfo       128 bytes
//         ucontext      flags, link, stack, sigmask, then at 176 the sigcontext:
//           fault address, X0 ... X30, SP, PC, PSTATE, and 4,096 bytes of records:
//             fpsimd_context: FPSR, FPCR, V0 ... V31
//         frame record  X29, X30

import type { VirtAddr } from "../../base/word";
import { FPCR, FPSR, NZCV, SP } from "../../machine/cpu/layout";
import { type Registers, pcOf, setPc } from "./registers";
import type { Action, SignalState } from "./signals";
import { maskOf, SA_NODEFER, SA_ONSTACK, SA_RESTORER } from "./signals";
import type { UserMemory } from "./user-memory";

const UCONTEXT = 128;
const SIGMASK = UCONTEXT + 40;
const SIGCONTEXT = UCONTEXT + 176;
const PSTATE = SIGCONTEXT + 8 + 33 * 8;
const RECORDS = SIGCONTEXT + 288;
const FRAME_RECORD = RECORDS + 4096;
const SIZE = FRAME_RECORD + 16;
const FPSIMD_MAGIC = 0x4650_8001;
const FPSIMD_SIZE = 528;
const NZCV_SHIFT = 28n;

/** What siginfo says of a signal, as far as anybody asks. */
export interface SignalInfo {
  readonly signal: number;
  readonly code: number;
  readonly address: VirtAddr;
}

/** Changes the registers so that the handler runs, and returns to `trampoline`. EFAULT: no stack. */
export function enterHandler(
  registers: Registers, memory: UserMemory, signals: SignalState, action: Action, info: SignalInfo,
  trampoline: VirtAddr,
): void {
  const { x } = registers;
  const at = (stackFor(x[SP]!, signals, action) - BigInt(SIZE)) & ~15n;
  memory.write(at, frameOf(registers, signals, info));
  if ((action.flags & SA_NODEFER) === 0n) signals.blocked |= maskOf(info.signal);
  signals.blocked |= action.mask;
  x[0] = BigInt(info.signal);
  x[1] = at;
  x[2] = at + BigInt(UCONTEXT);
  x[29] = at + BigInt(FRAME_RECORD);
  x[30] = (action.flags & SA_RESTORER) === 0n ? trampoline : action.restorer;
  x[SP] = at;
  setPc(registers, action.handler);
}

/** rt_sigreturn: SP is at the frame. */
export function leaveHandler({ x, v, scalars }: Registers, memory: UserMemory, signals: SignalState): void {
  const frame = memory.read(x[SP]!, SIZE);
  const view = new DataView(frame.buffer);
  for (let i = 0; i < 32; i++) x[i] = view.getBigUint64(SIGCONTEXT + 8 + 8 * i, true);
  setPc({ x, v, scalars }, view.getBigUint64(PSTATE - 8, true));
  scalars[NZCV] = (view.getBigUint64(PSTATE, true) >> NZCV_SHIFT) & 15n;
  signals.blocked = view.getBigUint64(SIGMASK, true);
  if (view.getUint32(RECORDS, true) !== FPSIMD_MAGIC) return;
  scalars[FPSR] = BigInt(view.getUint32(RECORDS + 8, true));
  scalars[FPCR] = BigInt(view.getUint32(RECORDS + 12, true));
  for (let i = 0; i < 64; i++) v[i] = view.getBigUint64(RECORDS + 16 + 8 * i, true);
}

function frameOf(registers: Registers, signals: SignalState, { signal, code, address }: SignalInfo): Uint8Array {
  const { x, v, scalars } = registers;
  const frame = new Uint8Array(SIZE);
  const view = new DataView(frame.buffer);
  view.setInt32(0, signal, true);
  view.setInt32(8, code, true);
  view.setBigUint64(16, address, true);
  view.setBigUint64(SIGMASK, signals.maskToRestore ?? signals.blocked, true);
  signals.maskToRestore = undefined;
  view.setBigUint64(SIGCONTEXT, address, true);
  x.forEach((value, i) => { view.setBigUint64(SIGCONTEXT + 8 + 8 * i, value, true); });
  view.setBigUint64(PSTATE - 8, pcOf(registers), true);
  view.setBigUint64(PSTATE, scalars[NZCV]! << NZCV_SHIFT, true);
  view.setUint32(RECORDS, FPSIMD_MAGIC, true);
  view.setUint32(RECORDS + 4, FPSIMD_SIZE, true);
  view.setUint32(RECORDS + 8, Number(scalars[FPSR]), true);
  view.setUint32(RECORDS + 12, Number(scalars[FPCR]), true);
  v.forEach((value, i) => { view.setBigUint64(RECORDS + 16 + 8 * i, value, true); });
  view.setBigUint64(FRAME_RECORD, x[29]!, true);
  view.setBigUint64(FRAME_RECORD + 8, x[30]!, true);
  return frame;
}

/** The alternate stack, if the handler wants it and is not on it already. */
function stackFor(sp: VirtAddr, { alternateStack: { start, size } }: SignalState, { flags }: Action): VirtAddr {
  const isOnIt = sp > start && sp <= start + size;
  return (flags & SA_ONSTACK) !== 0n && size > 0n && !isOnIt ? start + size : sp;
}
