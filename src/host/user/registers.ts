// A process's registers while another one has the CPU.

import { type CpuState, PC, RETIRED } from "../../machine/cpu/layout";

export interface Registers {
  /** X0 to X30, then SP. */
  readonly x: BigUint64Array;
  readonly v: BigUint64Array;
  /** As in layout.ts; the count of instructions is the CPU's, not the process's. */
  readonly scalars: BigUint64Array;
}

export const emptyRegisters = (): Registers =>
  ({ x: new BigUint64Array(32), v: new BigUint64Array(64), scalars: new BigUint64Array(8) });

export function copyRegisters({ x, v, scalars }: Registers): Registers {
  return { x: x.slice(), v: v.slice(), scalars: scalars.slice() };
}

/** Another process will run: an exclusive access of the last one must not succeed. */
export function toCpu({ x, v, scalars }: Registers, state: CpuState): void {
  const retired = state.scalars[RETIRED]!;
  state.x.set(x);
  state.v.set(v);
  state.scalars.set(scalars);
  state.scalars[RETIRED] = retired;
  state.monitor.fill(0n);
}

export function fromCpu(state: CpuState, { x, v, scalars }: Registers): void {
  x.set(state.x);
  v.set(state.v);
  scalars.set(state.scalars);
}

export const pcOf = ({ scalars }: Registers): bigint => scalars[PC]!;

export function setPc({ scalars }: Registers, pc: bigint): void {
  scalars[PC] = pc;
}
