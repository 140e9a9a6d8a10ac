// A whole processor: chapter 2's CPU, the system registers of chapter 3, the MMU of chapter 4 and
// this chapter's exceptions, put together. Each knows only the interfaces of the others; here they
// meet. Parts that are not given are ours.

import type { CodeCache } from "../cpu/code-cache";
import { Cpu } from "../cpu/cpu";
import { type CpuState, RETIRED, SLEPT, TAKEN } from "../cpu/layout";
import type { EngineOptions } from "../cpu/engine";
import type { CpuParts } from "../cpu/parts";
import type { PhysicalMemory } from "../cpu/physical-memory";
import type { Decoder } from "../decoder/decoder";
import type { InnerShareable } from "../mmu/inner-shareable";
import { Mmu } from "../mmu/mmu";
import type { MmuParts } from "../mmu/parts";
import type { SystemParts } from "../sysregs/parts";
import type { InterruptInterface } from "../sysregs/interrupt-interface";
import type { Dependant } from "../sysregs/register";
import { SystemRegisters } from "../sysregs/system-registers";
import type { Clock } from "../sysregs/view";
import { Exceptions } from "./exceptions";
import { type InterruptLines, interruptStatus, NO_INTERRUPTS } from "./interrupts";
import type { ExceptionParts } from "./parts";

export interface ProcessorParts {
  readonly cpu?: CpuParts;
  readonly system?: SystemParts;
  readonly mmu?: MmuParts;
  readonly exceptions?: ExceptionParts;
}

export interface ProcessorOptions {
  readonly physical: PhysicalMemory;
  /** Its number, and what it shares with the others of its machine. */
  readonly index?: number;
  readonly code?: CodeCache;
  readonly decoder?: Decoder;
  readonly innerShareable?: InnerShareable;
  readonly clock?: Clock;
  readonly parts?: ProcessorParts;
  /** Chapter 11's. */
  readonly engine?: EngineOptions;
  /**
   * What its pins say: asked when run() begins, behind each access to a device, and wherever one
   * may have been unmasked. Whose line changes with time alone has run() end at that time.
   */
  readonly lines?: () => InterruptLines;
  /** A GICv3's registers of this CPU. */
  readonly interruptInterface?: InterruptInterface;
  /** Who answers HVC, as a hypervisor would: true if it has. */
  readonly conduit?: (imm16: number) => boolean;
  /** SEV: has every CPU's exceptions signalEvent(). */
  readonly sendEvent?: () => void;
}

export interface Processor {
  readonly cpu: Cpu;
  readonly system: SystemRegisters;
  readonly mmu: Mmu;
  readonly exceptions: Exceptions;
  /** A cold reset. Only the time goes on. */
  readonly reset: () => void;
}

/** A processor as behind a cold reset. */
export function createProcessor(options: ProcessorOptions): Processor {
  const { physical, parts = {} } = options;
  let system: SystemRegisters | undefined;
  let exceptions: Exceptions | undefined;

  const mmu: Mmu = new Mmu({
    physical,
    view: () => system!,
    forget: (range) => { cpu.forget(range); },
    zero: (address, bytes) => { cpu.zero(address, bytes); },
    ...given("innerShareable", options.innerShareable), ...given("parts", parts.mmu),
  });
  const cpu: Cpu = new Cpu({
    physical,
    translation: mmu,
    system: (made) => system = new SystemRegisters(made, {
      operator: mmu,
      exceptionReturn: () => exceptions!.exceptionReturn(),
      wouldWait: (hint) => exceptions!.wouldWait(hint),
      interruptStatus: () => interruptStatus(options.lines?.() ?? NO_INTERRUPTS),
      ...given("index", options.index), ...given("clock", options.clock),
      ...given("interruptInterface", options.interruptInterface), ...given("parts", parts.system),
    }),
    exceptions: (made) => exceptions = new Exceptions({
      process: system!,
      branchTo: (address) => { made.branchTo(address); },
      clearExclusive: () => { made.executor.clearExclusive(); },
      ...given("lines", options.lines), ...given("conduit", options.conduit),
      ...given("sendEvent", options.sendEvent), ...given("parts", parts.exceptions),
    }),
    ...given("index", options.index), ...given("code", options.code),
    ...given("decoder", options.decoder), ...given("parts", parts.cpu), ...options.engine,
  });

  const untouched = mmu.save();
  const reset = (): void => {
    clear(cpu.state);
    mmu.restore(untouched);
    system!.reset();
  };
  const processor = { cpu, system: system!, mmu, exceptions: exceptions!, reset };
  processor.system.onWrite((dependant) => { tell(processor, dependant); });
  processor.system.reset();
  return processor;
}

/** All registers but system registers, which have reset values, and the clock. */
function clear({ x, v, scalars, monitor, levels }: CpuState): void {
  const time = [scalars[RETIRED]!, scalars[TAKEN]!, levels[SLEPT]!] as const;
  for (const registers of [x, v, scalars, monitor, levels]) registers.fill(0n);
  [scalars[RETIRED], scalars[TAKEN], levels[SLEPT]] = time;
}

/** A register was written: whoever depends on it looks at it again. */
function tell({ cpu, mmu, exceptions }: Processor, dependant: Dependant): void {
  if (dependant === "translation") mmu.changed();
  if (dependant === "interrupts") cpu.executor.leave = true; // Another may get through now.
  if (dependant !== "debug") return;
  exceptions.debugChanged();
  cpu.memory.guard = exceptions.isWatching
    ? (address, bytes, write, unprivileged) => {
      exceptions.watched(address, bytes, write, unprivileged);
    }
    : undefined;
  cpu.executor.leave = true;
}

/** { [name]: value }, or nothing where there is no value. */
function given<Name extends string, T>(
  name: Name, value: T | undefined,
): Readonly<Partial<Record<Name, T>>> {
  const given: Partial<Record<Name, T>> = {};
  if (value !== undefined) given[name] = value;
  return given;
}
