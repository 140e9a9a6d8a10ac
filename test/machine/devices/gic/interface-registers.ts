import { INTERRUPT_CONTROLLER_REGISTERS } from "../../../../src/machine/sysregs/registers/interrupt-controller";
import type { InterfaceRegister } from "../../../../src/machine/sysregs/interrupt-interface";

/** All of them, whatever may be done with them. */
export const READ_WRITE_REGISTERS = Object.keys(INTERRUPT_CONTROLLER_REGISTERS) as readonly InterfaceRegister[];
