// Guests that write anything anywhere: random accesses to a device, of any size, at any place in it. Whatever they do,
// the device throws nothing, keeps nothing, and answers with what fits the size of the access.

import { bug } from "../../../src/base/bug";
import type { Device } from "../../../src/machine/devices/device";
import { Random } from "../../oracle/words";

export interface Target {
  readonly name: string;
  /** Bytes of addresses that are tried. */
  readonly size: number;
  make(): Device;
}

const SIZES = [1, 2, 4, 8] as const;
/** Values that bounds are made of; every other one is random. */
const EDGES = [0n, 1n, 0xffn, 0xffffn, 0x7fff_ffffn, 0xffff_ffffn, 0x1_0000_0000n, (1n << 64n) - 1n];

/** How many bytes the process has grown by, behind `count` accesses. */
export function attack({ size, make }: Target, count: number, seed: number): number {
  const random = new Random(seed);
  const device = make();
  const before = process.memoryUsage().rss;
  for (let i = 0; i < count; i++) access(device, size, random);
  return process.memoryUsage().rss - before;
}

function access(device: Device, size: number, random: Random): void {
  const bytes = SIZES[random.below(SIZES.length)]!;
  const at = bytes * random.below(size / bytes);
  if (random.below(3) === 0) {
    const value = device.read(at, bytes);
    if (value !== undefined && value !== BigInt.asUintN(8 * bytes, value)) bug(`${value} is not of ${bytes} bytes`);
  } else {
    device.write(at, bytes, BigInt.asUintN(8 * bytes, drawValue(random)));
  }
}

function drawValue(random: Random): bigint {
  if (random.below(2) === 0) return EDGES[random.below(EDGES.length)]!;
  return (BigInt(random.next()) << 32n) | BigInt(random.next());
}
