// What stands in for the hardware where kernel code runs under Node: each function of this folder
// asks the object that was set here. Compiled, none of this is reached: an instruction stands where
// the call was.

export interface HostedMetal {
  /** `bytes` at a virtual address, widened with zeros. */
  load(address: bigint, bytes: 1 | 2 | 4 | 8): bigint;
  /** The value's lowest bytes. */
  store(address: bigint, bytes: 1 | 2 | 4 | 8, value: bigint): void;
  /** The address of what the linker calls by this name. */
  symbol(name: string): bigint;
  /** What a compiled program would hold for the value: its word. */
  wordOf(value: unknown): bigint;
  /** The object at an address; the same one each time. Null at 0. */
  objectAt(address: bigint): unknown;
  isString(value: unknown): boolean;
  textOf(value: unknown): string;
  framePointer(): bigint;
  /** Goes on in a handler: does not return. */
  resume(exception: bigint, frame: bigint, handler: bigint): never;
  /** Goes on with another stack, of which `sp` was saved; this one's goes to `save`. */
  switchStack(save: bigint, sp: bigint): void;
  /** Calls the collector as if every register lay on the stack. */
  collectWithRegisters(): void;
  hypervisorCall(id: bigint, first: bigint, second: bigint, third: bigint): bigint;
  secureMonitorCall(id: bigint, first: bigint, second: bigint, third: bigint): bigint;
  readSystemRegister(name: string): bigint;
  writeSystemRegister(name: string, value: bigint): void;
  /** What is written in assembly runs on a machine only. */
  assembly(text: string): never;
  /** What orders, delays, or is for the MMU: "wfi", "dsb sy", "tlbi vaae1is, {0}". */
  instruction(text: string, operand?: bigint): void;
}

let metal: HostedMetal | undefined;

/** Kernel code that runs from now on acts on this. */
export function hostMetal(by: HostedMetal | undefined): void {
  metal = by;
}

export function hosted(): HostedMetal {
  if (metal === undefined) throw new Error("kernel code touches the hardware: hostMetal() first");
  return metal;
}
