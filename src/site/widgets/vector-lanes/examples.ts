/** Values that show an instruction at work: v1, then v2. */
import type { VectorInstruction } from "./instructions";
import { fromLanes, type LaneSize, parseLane } from "./lanes";

const lanes = (size: LaneSize, of: (lane: number) => bigint): bigint => fromLanes(size, Array.from({ length: 128 / size }, (_, i) => of(i)));

/** 0.5, 1, 1.5, ... and 0.25, 0.5, 0.75, ... */
const floats = (size: LaneSize, step: number): bigint => lanes(size, (i) => parseLane(`${(i + 1) * step}`, size, "float") ?? 0n);

export function exampleOf({ example }: VectorInstruction, size: LaneSize): readonly [bigint, bigint] {
  switch (example) {
    // Grey from nearly black to nearly white, and how much brighter it is to be; in wider lanes, in their upper bytes.
    case "pixels": return [lanes(8, (i) => BigInt(250 - 16 * i)), size === 8 ? lanes(8, () => 20n) : lanes(size, (i) => (1n << BigInt(size - 3)) + BigInt(i))];
    // A to P, and their order reversed, with a place that is not in the table.
    case "letters": return [lanes(8, (i) => BigInt(0x41 + i)), lanes(8, (i) => (i === 3 ? 0xc8n : BigInt(15 - i)))];
    case "floats": return [floats(size, 0.5), floats(size, 0.25)];
  }
}
