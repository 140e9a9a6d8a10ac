// Functions of src/unikernel/metal whose bodies are for Node alone: what the compiler puts where one
// is called. By symbol, since the same name may mean something else elsewhere.

import type { Width } from "../ir/operation";

export type Intrinsic =
  /** (address): what is there, as the function's result type. */
  | { readonly is: "load"; readonly width: Width }
  /** (address, value). */
  | { readonly is: "store"; readonly width: Width }
  /** One instruction. */
  | { readonly is: "machine"; readonly text: string }
  /** (value): the same word, as the function's result type. */
  | { readonly is: "word" }
  /** (value): whether the type argument is string: a constant. */
  | { readonly is: "is string" }
  /** (value): what String(value) is, by the type argument. */
  | { readonly is: "text" }
  /** (name): the address of the symbol that the literal names. */
  | { readonly is: "symbol" }
  | { readonly is: "frame pointer" }
  /** A call of an assembly function: ../runtime-assembly.ts. */
  | { readonly is: "call"; readonly symbol: string };

const METAL = "src/unikernel/metal";

export const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  // function                                          what stands in its place
  [`${METAL}/memory.ts#load8`]:                        { is: "load", width: "u8" },
  [`${METAL}/memory.ts#load16`]:                       { is: "load", width: "u16" },
  [`${METAL}/memory.ts#load32`]:                       { is: "load", width: "u32" },
  [`${METAL}/memory.ts#load64`]:                       { is: "load", width: "u64" },
  [`${METAL}/memory.ts#store8`]:                       { is: "store", width: "u8" },
  [`${METAL}/memory.ts#store16`]:                      { is: "store", width: "u16" },
  [`${METAL}/memory.ts#store32`]:                      { is: "store", width: "u32" },
  [`${METAL}/memory.ts#store64`]:                      { is: "store", width: "u64" },
  [`${METAL}/object.ts#addressOf`]:                    { is: "word" },
  [`${METAL}/object.ts#objectAt`]:                     { is: "word" },
  [`${METAL}/object.ts#wordOf`]:                       { is: "word" },
  [`${METAL}/object.ts#isString`]:                     { is: "is string" },
  [`${METAL}/object.ts#textOf`]:                       { is: "text" },
  [`${METAL}/object.ts#symbol`]:                       { is: "symbol" },
  [`${METAL}/object.ts#framePointer`]:                 { is: "frame pointer" },
  [`${METAL}/machine.ts#waitForInterrupt`]:            { is: "machine", text: "wfi" },
  [`${METAL}/machine.ts#dataSynchronizationBarrier`]:  { is: "machine", text: "dsb sy" },
  [`${METAL}/machine.ts#dataMemoryBarrier`]:           { is: "machine", text: "dmb sy" },
  [`${METAL}/machine.ts#instructionSynchronizationBarrier`]: { is: "machine", text: "isb" },
  [`${METAL}/machine.ts#hypervisorCall`]:              { is: "call", symbol: "metal/hypervisor-call" },
  [`${METAL}/machine.ts#resume`]:                      { is: "call", symbol: "metal/resume" },
  [`${METAL}/machine.ts#switchStack`]:                 { is: "call", symbol: "metal/switch-stack" },
  [`${METAL}/machine.ts#collectWithRegisters`]:        { is: "call", symbol: "metal/collect-with-registers" },
};

/** A module that only Node runs: neither validated nor compiled, and none of it may be reached. */
export const HOSTED_MODULE = `${METAL}/hosted.ts`;
