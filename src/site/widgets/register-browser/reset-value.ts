/** What the registers hold behind a cold reset: a processor of the course is made, and asked. */
import { createMemory } from "../../../machine/cpu/layout";
import { PhysicalMemory } from "../../../machine/cpu/physical-memory";
import { createProcessor } from "../../../machine/exceptions/processor";
import { REGISTERS } from "../../../machine/sysregs/registers";

const ramBytes = 0x1000;

let values: ReadonlyMap<string, bigint> | undefined;

/** 0 for a register that cannot be read. */
export function resetValue(name: string): bigint {
  values ??= valuesBehindReset();
  return values.get(name) ?? 0n;
}

function valuesBehindReset(): ReadonlyMap<string, bigint> {
  const { system } = createProcessor({ physical: new PhysicalMemory(createMemory(ramBytes), 0, ramBytes) });
  return new Map(REGISTERS.filter(({ access }) => access !== "WO").map(({ name, read }) => [name, read?.(system) ?? system.stored(name)]));
}
