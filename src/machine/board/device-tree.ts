// The board as it tells the guest of itself: what stands where, and which interrupt it pulls at.
// The nodes, and what is in them, are those of QEMU 7.2's `virt`, without the devices that this
// board does not have.

import { EDGE_RISING, GIC_PPI, GIC_SPI, LEVEL_HIGH } from "../../formats/device-tree/gic-interrupt";
import type { DeviceTreeNode } from "../../formats/device-tree/node";
import {
  cellPairs, cells, flag, join, phandleOf, resolve, SourceNode, SourceProperty, SourceValue,
  strings,
} from "../../formats/device-tree/source";
import { PSCI } from "../../formats/devices/psci";
import type { BoardDescription } from "./description";
import { type MapRow, MEMORY_MAP, PPI, RAM_BASE } from "./memory-map";

/** The device tree of a board, to be built and put where the guest finds it. */
export function boardTree(board: BoardDescription): DeviceTreeNode {
  const properties = {
    "interrupt-parent": phandleOf("intc"),
    "#address-cells": cells(2),
    "#size-cells": cells(2),
    "model": strings("linux,dummy-virt"),
    "compatible": strings("linux,dummy-virt"),
  };
  return resolve(node("", properties, [
    chosen(board), memory(board), cpus(board), psci(), timer(board), ...pmu(board),
    interruptController(board), clock(), ...devices(),
  ]));
}

/** `properties` in order; a label, if others refer to it. */
function node(
  name: string, properties: Readonly<Record<string, SourceValue>>,
  children: readonly SourceNode[] = [], label = "",
): SourceNode {
  const rows = Object.entries(properties).map(([key, value]) => new SourceProperty(key, value));
  return new SourceNode(name, label, rows, children);
}

/** What is not hardware: how the guest is started. */
function chosen({ bootargs, initrd, rngSeed }: BoardDescription): SourceNode {
  return node("chosen", {
    "stdout-path": strings(`/${at("pl011", MEMORY_MAP.pl011)}`),
    ...(bootargs !== undefined && { bootargs: strings(bootargs) }),
    ...(initrd && {
      "linux,initrd-start": cells(initrd.start),
      "linux,initrd-end": cells(initrd.end),
    }),
    ...(rngSeed && { "rng-seed": new SourceValue(rngSeed) }),
  });
}

function memory({ ramBytes }: BoardDescription): SourceNode {
  return node(`memory@${RAM_BASE.toString(16)}`, {
    device_type: strings("memory"),
    reg: cellPairs(RAM_BASE, ramBytes),
  });
}

function cpus({ cpus: count }: BoardDescription): SourceNode {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const cores = numbers.map((n) => node(`core${n}`, { cpu: phandleOf(`cpu${n}`) }));
  const map = node("cpu-map", {}, [node("socket0", {}, [node("cluster0", {}, cores)])]);
  return node("cpus", { "#address-cells": cells(1), "#size-cells": cells(0) }, [
    ...numbers.map((n) => cpu(n, count)), map,
  ]);
}

/** A CPU. Its `reg` is MPIDR_EL1's affinity, and it is switched on by PSCI, if it is not alone. */
function cpu(n: number, count: number): SourceNode {
  return node(`cpu@${n.toString(16)}`, {
    device_type: strings("cpu"),
    compatible: strings("arm,armv8"),
    reg: cells(n),
    ...(count > 1 && { "enable-method": strings("psci") }),
  }, [], `cpu${n}`);
}

/** The firmware that is called by HVC (PSCI), and the numbers of its functions. */
function psci(): SourceNode {
  return node("psci", {
    compatible: strings("arm,psci-1.0", "arm,psci-0.2", "arm,psci"),
    method: strings("hvc"),
    cpu_suspend: cells(PSCI.CPU_SUSPEND),
    cpu_off: cells(PSCI.CPU_OFF),
    cpu_on: cells(PSCI.CPU_ON),
    migrate: cells(0xc400_0005), // QEMU says so too. It is a function that nobody has.
  });
}

function timer(board: BoardDescription): SourceNode {
  const lines = [PPI.secureTimer, PPI.physicalTimer, PPI.virtualTimer, PPI.hypervisorTimer];
  return node("timer", {
    compatible: strings("arm,armv8-timer", "arm,armv7-timer"),
    "always-on": flag(),
    interrupts: join(...lines.map((line) => privateInterrupt(board, line))),
  });
}

function pmu(board: BoardDescription): readonly SourceNode[] {
  if (board.pmu !== true) return [];
  return [node("pmu", {
    compatible: strings("arm,armv8-pmuv3"),
    interrupts: privateInterrupt(board, PPI.performanceMonitors),
  })];
}

function interruptController({ gic }: BoardDescription): SourceNode {
  const { gicDistributor, gicCpuInterface, gicRedistributors } = MEMORY_MAP;
  const common = {
    "interrupt-controller": flag(),
    "#interrupt-cells": cells(3),
    "#address-cells": cells(2),
    "#size-cells": cells(2),
    ranges: flag(),
  };
  const own = gic === 2 ? {
    compatible: strings("arm,cortex-a15-gic"),
    reg: join(reg(gicDistributor), reg(gicCpuInterface)),
  } : {
    compatible: strings("arm,gic-v3"),
    "#redistributor-regions": cells(1),
    reg: join(reg(gicDistributor), reg(gicRedistributors)),
  };
  return node(at("intc", gicDistributor), { ...own, ...common }, [], "intc");
}

/** The clock of the UART and of the buses that Arm's PrimeCells are on: 24 MHz. */
function clock(): SourceNode {
  return node("apb-pclk", {
    compatible: strings("fixed-clock"),
    "#clock-cells": cells(0),
    "clock-frequency": cells(24_000_000),
    "clock-output-names": strings("clk24mhz"),
  }, [], "clock");
}

function devices(): SourceNode[] {
  const { flash, fwCfg, pl011, pl031, pl061, virtioMmio } = MEMORY_MAP;
  const banks = Array.from({ length: flash.count }, (_, n) => reg(slot(flash, n)));
  return [
    node(at("flash", flash), {
      compatible: strings("cfi-flash"), reg: join(...banks), "bank-width": cells(4),
    }),
    primeCell("pl011", pl011, "uartclk"),
    primeCell("pl031", pl031),
    node(at("fw-cfg", fwCfg), {
      compatible: strings("qemu,fw-cfg-mmio"), reg: reg(fwCfg), "dma-coherent": flag(),
    }),
    primeCell("pl061", pl061, undefined, { "#gpio-cells": cells(2), "gpio-controller": flag() }),
    powerButton(),
    ...Array.from({ length: virtioMmio.count }, (_, n) => virtioSlot(slot(virtioMmio, n))),
  ];
}

/** A peripheral of Arm's. `ownClock` is what it calls the clock that it works with, if it does. */
function primeCell(
  kind: "pl011" | "pl031" | "pl061", row: Interrupting, ownClock?: string,
  more: Readonly<Record<string, SourceValue>> = {},
): SourceNode {
  const clocks = ownClock === undefined ? ["apb_pclk"] : [ownClock, "apb_pclk"];
  return node(at(kind, row), {
    compatible: strings(`arm,${kind}`, "arm,primecell"),
    reg: reg(row),
    interrupts: cells(GIC_SPI, row.spi, LEVEL_HIGH),
    clocks: join(...clocks.map(() => phandleOf("clock"))),
    "clock-names": strings(...clocks),
    ...more,
  }, [], kind);
}

/** KEY_POWER, on line 3 of the PL061. */
function powerButton(): SourceNode {
  return node("gpio-keys", { compatible: strings("gpio-keys") }, [
    node("poweroff", {
      label: strings("GPIO Key Poweroff"),
      "linux,code": cells(116),
      gpios: join(phandleOf("pl061"), cells(3, 0)),
    }),
  ]);
}

function virtioSlot(row: Interrupting): SourceNode {
  return node(at("virtio_mmio", row), {
    compatible: strings("virtio,mmio"),
    reg: reg(row),
    interrupts: cells(GIC_SPI, row.spi, EDGE_RISING),
    "dma-coherent": flag(),
  });
}

type Interrupting = MapRow & { readonly spi: number };

const at = (name: string, { base }: MapRow): string => `${name}@${base.toString(16)}`;

/** The row of number `n` alone. */
function slot<R extends MapRow>(row: R, n: number): R {
  const { base, size, spi } = row;
  return { ...row, base: base + n * size, count: 1, ...(spi !== undefined && { spi: spi + n }) };
}

/** Base and size, two cells each. */
const reg = ({ base, size, count = 1 }: MapRow): SourceValue => cellPairs(base, size * count);

/** A level, high. GICv2's PPIs name the CPUs that have them. */
function privateInterrupt({ gic, cpus: count }: BoardDescription, number: number): SourceValue {
  const who = gic === 2 ? ((1 << count) - 1) << 8 : 0;
  return cells(GIC_PPI, number, who | LEVEL_HIGH);
}
