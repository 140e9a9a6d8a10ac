/** What the registers hold behind a cold reset: a processor of the course is made, and asked. */
import { createMemory } from "../../../machine/cpu/layout";
import { PhysicalMemory } from "../../../machine/cpu/physical-memory";
import { GicV3 } from "../../../machine/devices/gic/v3/gic-v3";
import { createProcessor } from "../../../machine/exceptions/processor";
import type { InterruptInterface } from "../../../machine/sysregs/interrupt-interface";
import { REGISTERS } from "../../../machine/sysregs/registers";
import type { SystemRegisters } from "../../../machine/sysregs/system-registers";

const ramBytes = 0x1000;

let values: ReadonlyMap<string, bigint> | undefined;

/** 0 for a register that cannot be read. */
export function resetValue(name: string): bigint {
  values ??= valuesBehindReset();
  return values.get(name) ?? 0n;
}

function valuesBehindReset(): ReadonlyMap<string, bigint> {
  const bare = systemOf();
  const withGic = systemOf({ interruptInterface: new GicV3({ cpus: 1 }).interruptInterface(0) });
  return new Map(REGISTERS.filter(({ access }) => access !== "WO").map(({ name, read, needs }) => {
    const system = needs === undefined ? bare : withGic;
    return [name, read?.(system) ?? system.stored(name)];
  }));
}

function systemOf(given: { readonly interruptInterface?: InterruptInterface } = {}): SystemRegisters {
  return createProcessor({ physical: new PhysicalMemory(createMemory(ramBytes), 0, ramBytes), ...given }).system;
}
