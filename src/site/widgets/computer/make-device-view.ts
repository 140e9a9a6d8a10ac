/** What is seen of a board's devices. The interrupt controller is asked through its registers, as a kernel asks. */
import type { PhysAddr } from "../../../base/word";
import { INTID, WORDS } from "../../../formats/devices/gic";
import { GICC } from "../../../formats/devices/gic-cpu-interface";
import { GICD } from "../../../formats/devices/gic-distributor";
import { AVAILABLE } from "../../../formats/devices/virtqueue";
import type { Board } from "../../../machine/board/board";
import { MEMORY_MAP } from "../../../machine/board/memory-map";
import type { VirtioMmio } from "../../../machine/devices/virtio/mmio";
import type { DeviceView, InterruptView, QueueView, RegistersOf, VirtioView } from "./device-view";
import { shownDevices, shownRows } from "./register-lists";

const { gicDistributor, gicCpuInterface, gicRedistributors, virtioMmio } = MEMORY_MAP;
/** In a GICv3's redistributor: the page with the private interrupts' registers, at the distributor's offsets. */
const privateFrame = 0x1_0000;

/** `gic` is the version of its interrupt controller. */
export function deviceViewOf(board: Board, gic: 2 | 3, cpu: number): DeviceView {
  const read = (address: PhysAddr, bytes = 4): bigint => board.physical.bus.read(address, bytes) ?? 0n;
  return {
    interrupts: interruptsOf(gic, cpu, read),
    cpuInterface: gic === 2 ? { mask: Number(read(gicCpuInterface.base + GICC.GICC_PMR.offset)), running: Number(read(gicCpuInterface.base + GICC.GICC_RPR.offset)) } : undefined,
    received: board.devices.uart.save().received,
    registers: registersOf(gic, read),
    virtio: board.devices.virtio.map((device, i) => virtioOf(board, device, virtioMmio.count - 1 - i)),
  };
}

type Read = (address: PhysAddr, bytes?: number) => bigint;

/**
 * Those that are on, pending or active; of the SGIs, which are always on, only those that ask. A GICv2's private ones are
 * those of the CPU whose turn it is.
 */
function interruptsOf(gic: 2 | 3, cpu: number, read: Read): InterruptView[] {
  const interrupts: InterruptView[] = [];
  for (let word = 0; word < WORDS; word++) {
    const isPrivate = word === 0 && gic === 3;
    const base = isPrivate ? gicRedistributors.base + cpu * gicRedistributors.size + privateFrame : gicDistributor.base;
    const bits = ({ offset }: { readonly offset: number }): number => Number(read(base + offset + 4 * word));
    const [on, pending, active] = [bits(GICD.GICD_ISENABLER), bits(GICD.GICD_ISPENDR), bits(GICD.GICD_ISACTIVER)];
    for (let bit = 0; bit < 32; bit++) {
      const isIn = (mask: number): boolean => ((mask >>> bit) & 1) === 1;
      const intid = 32 * word + bit;
      if (!isIn(pending | active) && (intid < INTID.FIRST_PPI || !isIn(on))) continue;
      interrupts.push({ intid, isOn: isIn(on), isPending: isIn(pending), isActive: isIn(active), priority: Number(read(base + GICD.GICD_IPRIORITYR.offset + intid, 1)) });
    }
  }
  return interrupts;
}

function registersOf(gic: 2 | 3, read: Read): RegistersOf[] {
  return Object.entries(shownDevices).flatMap(([kind, device]) => {
    if (device.gic !== undefined && device.gic !== gic) return [];
    const registers = shownRows(device).map(([name, { offset, width = 4 }]) => ({ name, value: read(device.base + offset, width) }));
    return [{ kind, registers }];
  });
}

function virtioOf(board: Board, device: VirtioMmio, slot: number): VirtioView {
  const { status, features, fault, queues } = device.save();
  return {
    slot, id: device.card.id, status, features, fault,
    queues: queues.map(({ layout, next, used }): QueueView | undefined => {
      if (layout === undefined) return undefined;
      const idx = board.physical.load(Number(layout.available) + AVAILABLE.idx.at, 2);
      return { ...layout, offered: Number(idx ?? 0n), taken: next, returned: used };
    }),
  };
}
