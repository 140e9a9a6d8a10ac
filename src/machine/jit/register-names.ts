// What lies where in a CPU's page (cpu/layout.ts), by the names of the manual.

import { REGISTERS } from "../sysregs/registers";
import { SYSTEM_AT, V_AT } from "./cells";

const SP_AT = 0x0f8;

const SCALARS: ReadonlyMap<number, string> = new Map([
  [SP_AT, "SP"],
  [0x300, "PC"],
  [0x308, "NZCV"],
  [0x310, "FPCR"],
  [0x318, "FPSR"],
  [0x320, "instructions retired"],
  [0x328, "TPIDR_EL0"],
  [0x330, "TPIDRRO_EL0"],
  [0x338, "exceptions taken"],
  [0x340, "the monitor's address"],
  [0x348, "the monitor's bytes"],
  [0x350, "PSTATE"],
  [0x358, "SP_EL0"],
  [0x360, "SP_EL1"],
  [0x368, "cycles slept"],
  [0x370, "the event register"],
]);

/** The register whose doubleword is at `offset` in the page. */
export function registerAt(offset: number): string {
  if (offset < SP_AT) return `X${offset / 8}`;
  const isVector = offset >= V_AT && offset < 0x300;
  if (isVector) {
    const half = (offset - V_AT) / 8;
    return `V${half >> 1}, ${half % 2 === 0 ? "lower" : "upper"} half,`;
  }
  const slot = (offset - SYSTEM_AT) / 8;
  return SCALARS.get(offset)
    ?? REGISTERS.find((register) => register.slot === slot)?.name
    ?? `the doubleword at 0x${offset.toString(16)}`;
}
