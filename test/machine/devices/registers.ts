// A device as a test sees it: registers by name, and what its lines do.

import type { DeviceRegisters } from "../../../src/formats/devices/register";
import type { Device } from "../../../src/machine/devices/device";

/** Reads and writes whole registers of 32 bits of `table`. */
export function registersOf<T extends DeviceRegisters>(device: Device, table: T) {
  return {
    read: (name: keyof T & string, index = 0): number => Number(device.read(table[name]!.offset + 4 * index, 4)),
    write: (name: keyof T & string, value: number, index = 0): void => {
      device.write(table[name]!.offset + 4 * index, 4, BigInt(value));
    },
  };
}

/** An interrupt line, and all that has been heard on it. */
export function lineOf() {
  const heard: boolean[] = [];
  return { line: (isHigh: boolean): void => { heard.push(isHigh); }, heard, isHigh: (): boolean => heard.at(-1) ?? false };
}
