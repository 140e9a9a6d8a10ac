/**
 * A view of a board. Looking must change nothing: registers are taken from where they are stored, RAM past the
 * TLB, and of the devices' registers only those are read whose reading has no effect.
 */
import type { PhysAddr, VirtAddr } from "../../../base/word";
import type { Board } from "../../../machine/board/board";
import { PAGE, PC, NZCV } from "../../../machine/cpu/layout";
import { peek } from "../../../machine/cpu/stepping/peek";
import { standardDecoder } from "../../../machine/decoder/decoder";
import type { Processor } from "../../../machine/exceptions/processor";
import { type TranslationRegisters, registersOf } from "../../../machine/mmu/regime";
import { traceWalk } from "../../../machine/mmu/trace";
import type { ReadDescriptor } from "../../../machine/mmu/walk";
import { levelOf, PAN } from "../../../machine/sysregs/pstate";
import type { Built } from "./build-machine";
import { deviceViewOf } from "./make-device-view";
import { mapViewOf } from "./make-map-view";
import type { Wanted } from "./messages";
import { type CpuView, type ShownSystemRegister, shownSystemRegisters, type View, type WalkView } from "./view";

export function viewOf({ computer: { board }, setup: { gic } }: Built, { cpu, devices, walk, map = false }: Wanted): View {
  const processor = board.processors[cpu] ?? board.processors[0]!;
  return {
    cpu: cpuViewOf(board, processor),
    activities: board.activities,
    ...(walk !== undefined && { walk: walkViewOf(board, processor, walk === "pc" ? processor.cpu.pc : walk) }),
    ...(devices && { devices: deviceViewOf(board, gic, cpu) }),
    ...(map && { map: mapViewOf(registersOf(processor.system), descriptorReader(board)) }),
  };
}

function cpuViewOf(board: Board, { cpu, system }: Processor): CpuView {
  const { x, scalars } = cpu.state;
  const { pstate } = system;
  const index = board.cpus.indexOf(cpu);
  const stored = (name: ShownSystemRegister): [ShownSystemRegister, bigint] => [name, system.stored(name)];
  return {
    index, pstate,
    activity: board.activities[index]!,
    pc: scalars[PC]!, nzcv: Number(scalars[NZCV]!), x: [...x], level: levelOf(pstate),
    exception: { ESR_EL1: system.stored("ESR_EL1"), FAR_EL1: system.stored("FAR_EL1"), ELR_EL1: system.stored("ELR_EL1"), SPSR_EL1: system.stored("SPSR_EL1") },
    system: Object.fromEntries(shownSystemRegisters.map(stored)) as Record<ShownSystemRegister, bigint>,
    next: instructionAt(board, system, scalars[PC]!),
    count: board.clock.count,
  };
}

function instructionAt(board: Board, system: Processor["system"], pc: VirtAddr): string | undefined {
  const cpu = board.processors.find((each) => each.system === system)!.cpu;
  const bytes = peek(cpu, pc, 4);
  if (bytes.includes(undefined)) return undefined;
  const word = bytes.reduceRight((sum: number, byte) => sum * 256 + byte!, 0);
  return standardDecoder().disassemble(word, pc).replace("\t", " ");
}

/** Every table that the walk comes by, whole. */
function walkViewOf(board: Board, { system }: Processor, va: VirtAddr): WalkView {
  const registers: TranslationRegisters = registersOf(system);
  const { pstate } = system;
  const descriptors = new Map<PhysAddr, bigint>();
  const read = descriptorReader(board);
  const { steps, range } = traceWalk(va, registers, read);
  for (const { table } of steps) {
    for (let at = table; at < table + Math.max(PAGE, 2 ** range.granule); at += 8) {
      const bits = read(at);
      if (bits !== undefined && bits !== 0n) descriptors.set(at, bits);
    }
  }
  return { va, registers, level: levelOf(pstate), PAN: (pstate & PAN) !== 0, descriptors: [...descriptors] };
}

/** Past the TLB, and only from RAM. */
export function descriptorReader({ physical }: Board): ReadDescriptor {
  return (address) => {
    const offset = physical.offsetOf(address);
    return offset < 0 ? undefined : physical.view.getBigUint64(offset, true);
  };
}
