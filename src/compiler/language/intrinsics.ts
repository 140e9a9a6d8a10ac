// Functions of src/unikernel/metal whose bodies are for Node alone: what the compiler puts where one
// is called. By symbol, since the same name may mean something else elsewhere.

import type { Width } from "../ir/operation";

export type Intrinsic =
  /** (address): what is there, as the function's result type. */
  | { readonly is: "load"; readonly width: Width }
  /** (address, value). */
  | { readonly is: "store"; readonly width: Width }
  /** (word): its lowest four bytes in the other order. */
  | { readonly is: "reverse" }
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
  /** (name) or (name, value): MRS or MSR of the register that the literal names. */
  | { readonly is: "system register"; readonly access: "read" | "write" }
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
  [`${METAL}/word.ts#reversed32`]:                     { is: "reverse" },
  [`${METAL}/object.ts#addressOf`]:                    { is: "word" },
  [`${METAL}/object.ts#objectAt`]:                     { is: "word" },
  [`${METAL}/object.ts#wordOf`]:                       { is: "word" },
  [`${METAL}/object.ts#isString`]:                     { is: "is string" },
  [`${METAL}/object.ts#textOf`]:                       { is: "text" },
  [`${METAL}/linker.ts#symbol`]:                       { is: "symbol" },
  [`${METAL}/system-register.ts#readSystemRegister`]:  { is: "system register", access: "read" },
  [`${METAL}/system-register.ts#writeSystemRegister`]: { is: "system register", access: "write" },
  [`${METAL}/object.ts#framePointer`]:                 { is: "frame pointer" },
  [`${METAL}/machine.ts#waitForInterrupt`]:            { is: "machine", text: "wfi" },
  [`${METAL}/machine.ts#dataSynchronizationBarrier`]:  { is: "machine", text: "dsb sy" },
  [`${METAL}/machine.ts#dataMemoryBarrier`]:           { is: "machine", text: "dmb sy" },
  [`${METAL}/machine.ts#instructionSynchronizationBarrier`]: { is: "machine", text: "isb" },
  [`${METAL}/translation.ts#invalidateTranslation`]:   { is: "machine", text: "tlbi vaae1is, {0}" },
  [`${METAL}/translation.ts#translateForLoad`]:        { is: "machine", text: "at s1e1r, {0}" },
  [`${METAL}/translation.ts#translateForStore`]:       { is: "machine", text: "at s1e1w, {0}" },
  [`${METAL}/translation.ts#translateForUserLoad`]:    { is: "machine", text: "at s1e0r, {0}" },
  [`${METAL}/translation.ts#translateForUserStore`]:   { is: "machine", text: "at s1e0w, {0}" },
  [`${METAL}/machine.ts#hypervisorCall`]:              { is: "call", symbol: "metal/hypervisor-call" },
  [`${METAL}/machine.ts#secureMonitorCall`]:           { is: "call", symbol: "metal/secure-monitor-call" },
  [`${METAL}/machine.ts#resume`]:                      { is: "call", symbol: "metal/resume" },
  [`${METAL}/machine.ts#switchStack`]:                 { is: "call", symbol: "metal/switch-stack" },
  [`${METAL}/machine.ts#collectWithRegisters`]:        { is: "call", symbol: "metal/collect-with-registers" },
};

/** The tag of functions in assembly. */
export const ASSEMBLY = `${METAL}/assembly.ts#asm`;

/** A module that only Node runs: neither validated nor compiled, and none of it may be reached. */
export const HOSTED_MODULE = `${METAL}/hosted.ts`;
