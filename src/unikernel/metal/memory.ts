// Memory at virtual addresses. Compiled, each of these is one load or store instruction. An address
// is a multiple of the access's size: what is not aligned faults while the MMU is off.

import { hosted } from "./hosted";

export function load8(address: bigint): number {
  return Number(hosted().load(address, 1));
}

export function load16(address: bigint): number {
  return Number(hosted().load(address, 2));
}

export function load32(address: bigint): number {
  return Number(hosted().load(address, 4));
}

export function load64(address: bigint): bigint {
  return hosted().load(address, 8);
}

/** The value's lowest eight bits. */
export function store8(address: bigint, value: number): void {
  hosted().store(address, 1, BigInt(value));
}

export function store16(address: bigint, value: number): void {
  hosted().store(address, 2, BigInt(value));
}

export function store32(address: bigint, value: number): void {
  hosted().store(address, 4, BigInt(value));
}

export function store64(address: bigint, value: bigint): void {
  hosted().store(address, 8, value);
}
