// What a device's manual calls what is at an offset: the tables of src/formats, asked the other way round.

import type { DeviceRegisters } from "../../formats/devices/register";
import { FW_CFG } from "../../formats/devices/fw-cfg";
import { GICC } from "../../formats/devices/gic-cpu-interface";
import { GICD } from "../../formats/devices/gic-distributor";
import { GICD_V3, GICR } from "../../formats/devices/gic-v3";
import { PL011 } from "../../formats/devices/pl011";
import { PL031 } from "../../formats/devices/pl031";
import { PL061 } from "../../formats/devices/pl061";
import { VIRTIO_MMIO } from "../../formats/devices/virtio-mmio";

/** By the beginning of a mapping's name. */
const TABLES: readonly (readonly [device: string, table: DeviceRegisters])[] = [
  ["pl011", PL011], ["pl031", PL031], ["pl061", PL061], ["fw-cfg", FW_CFG], ["virtio_mmio", VIRTIO_MMIO],
  ["gic distributor", GICD], ["gic distributor", GICD_V3], ["gic cpu interface", GICC], ["gic redistributor", GICR],
];

/** "UARTFR", "GICD_ISENABLER[2]"; undefined: no register that has a name. */
export function registerName(mapping: string, offset: number): string | undefined {
  const rows = TABLES.filter(([device]) => mapping.startsWith(device)).flatMap(([, table]) => Object.entries(table));
  for (const [name, { offset: first, width = 4, count = 1 }] of rows) {
    const within = offset - first;
    if (within < 0 || within >= width * count) continue;
    return count === 1 ? name : `${name}[${Math.floor(within / width)}]`;
  }
  return undefined;
}
