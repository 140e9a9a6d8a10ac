/** Which registers of which device are shown: those whose reading changes nothing, and says something. */
import { GICC } from "../../../formats/devices/gic-cpu-interface";
import { GICD } from "../../../formats/devices/gic-distributor";
import { PL011 } from "../../../formats/devices/pl011";
import { PL031 } from "../../../formats/devices/pl031";
import { PL061 } from "../../../formats/devices/pl061";
import type { DeviceField, DeviceRegister, DeviceRegisters } from "../../../formats/devices/register";
import { MEMORY_MAP } from "../../../machine/board/memory-map";
import type { PhysAddr } from "../../../base/word";

interface ShownDevice {
  readonly title: string;
  readonly base: PhysAddr;
  readonly table: DeviceRegisters;
  /** Reading these does something, or says nothing. */
  readonly not: readonly string[];
  /** Only on a board with this interrupt controller. */
  readonly gic?: 2 | 3;
}

export const shownDevices: Readonly<Record<string, ShownDevice>> = {
  pl011: { title: "serial port", base: MEMORY_MAP.pl011.base, table: PL011, not: ["UARTDR", "UARTILPR", "UARTDMACR"] },
  gicd: { title: "interrupt distributor", base: MEMORY_MAP.gicDistributor.base, table: GICD, not: ["GICD_IIDR"] },
  gicc: { title: "CPU interface", base: MEMORY_MAP.gicCpuInterface.base, table: GICC, not: ["GICC_IAR", "GICC_AIAR", "GICC_IIDR", "GICC_AHPPIR", "GICC_ABPR"], gic: 2 },
  pl031: { title: "real-time clock", base: MEMORY_MAP.pl031.base, table: PL031, not: [] },
  pl061: { title: "power button", base: MEMORY_MAP.pl061.base, table: PL061, not: ["GPIODATA"] },
};

/** The rows that are shown of a device: one register each. */
export function shownRows({ table, not }: ShownDevice): readonly (readonly [name: string, row: DeviceRegister])[] {
  return Object.entries(table).filter(([name, { access, count = 1 }]) => access !== "WO" && count === 1 && !not.includes(name));
}

/** What the fields of a register say that are not 0: "TXFE RXFE", "WLEN 3 FEN". */
export function fieldsText(fields: readonly DeviceField[], value: bigint): string {
  const says = fields.map(([bits, name]) => {
    const [high = 0, low = high] = bits.split(":").map(Number);
    const field = (value >> BigInt(low)) & ((1n << BigInt(high - low + 1)) - 1n);
    if (field === 0n) return "";
    return high === low ? name : `${name} ${field > 9n ? `0x${field.toString(16)}` : field}`;
  });
  return says.filter((each) => each !== "").join(", ");
}
