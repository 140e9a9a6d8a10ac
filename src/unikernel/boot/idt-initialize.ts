// idt_initialize_for_cpu: from here on an exception has a whole frame, and what handles it is
// TypeScript (./vectors.ts). The name is x86's: there it is a table of descriptors, here the
// address of sixteen pieces of code.
//
// 1. Errors of the bus and of the hardware (SError), and fast interrupts, of which this kernel has
//    none, are not masked from here on: one that comes is a crash, with a whole screen.

import { asm } from "../metal/assembly";
import { instructionSynchronizationBarrier } from "../metal/machine";
import { readSystemRegister, writeSystemRegister } from "../metal/system-register";
import { panicByException } from "../runtime/panic";
import { refuseToBoot } from "./refuse-to-boot";
import { vectors } from "./vectors";

/** DAIF.D and DAIF.I: what is masked still. Interrupts come with OS::start. */
const DEBUG_AND_IRQ = 0x280n;

/** Only CPU 0 runs. @noalloc */
export function idt_initialize_for_cpu(cpu: number): void {
  if (cpu !== 0) refuseToBoot("vectors: ", "only CPU 0 runs this kernel");
  writeSystemRegister("VBAR_EL1", vectorsAddress());
  instructionSynchronizationBarrier();
  panicByException();
  writeSystemRegister("DAIF", readSystemRegister("DAIF") & DEBUG_AND_IRQ);
}

function vectorsAddress(): bigint {
  return asm`
        adrp  x0, ${vectors}
        add   x0, x0, #(${vectors} & 0xfff)
        ret
  `;
}
