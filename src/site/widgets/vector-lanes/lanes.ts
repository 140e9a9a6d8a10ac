/** 128 bits as lanes, and lanes as text. Lane 0 is the low end. */
import { FORMATS } from "../../../machine/cpu/floating-point/format";
import { floatText } from "../machine/lane-text";
import { parseNumber } from "../machine/numbers";

/** In bits. */
export type LaneSize = 8 | 16 | 32 | 64;

export type LaneReading = "unsigned" | "signed" | "hexadecimal" | "float";

export function laneOf(value: bigint, size: LaneSize, lane: number): bigint {
  return BigInt.asUintN(size, value >> BigInt(lane * size));
}

export function withLane(value: bigint, size: LaneSize, lane: number, to: bigint): bigint {
  const shift = BigInt(lane * size);
  return value ^ ((laneOf(value, size, lane) ^ BigInt.asUintN(size, to)) << shift);
}

export const fromLanes = (size: LaneSize, lanes: readonly bigint[]): bigint =>
  lanes.reduce((value, lane, i) => value | (BigInt.asUintN(size, lane) << BigInt(i * size)), 0n);

export function laneText(lane: bigint, size: LaneSize, reading: LaneReading): string {
  switch (reading) {
    case "unsigned": return lane.toString();
    case "signed": return BigInt.asIntN(size, lane).toString();
    case "hexadecimal": return lane.toString(16).padStart(size / 4, "0");
    case "float": return size === 8 ? lane.toString(16).padStart(2, "0") : floatText(lane, size);
  }
}

/** What a reader typed into a lane; undefined if it is none. */
export function parseLane(text: string, size: LaneSize, reading: LaneReading): bigint | undefined {
  if (reading === "hexadecimal") return parseNumber(`0x${text.replace(/^0x/i, "")}`, size);
  if (reading === "float" && size !== 8) return parseFloatLane(text, size);
  return parseNumber(text, size);
}

function parseFloatLane(text: string, size: 16 | 32 | 64): bigint | undefined {
  const value = Number(text);
  if (text.trim() === "" || (Number.isNaN(value) && text.trim() !== "NaN")) return undefined;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  if (size === 64) return view.getBigUint64(0);
  if (size === 16) return nearestHalf(value);
  view.setFloat32(0, value);
  return BigInt(view.getUint32(0));
}

/** Halves are few: the pattern whose number is nearest, the even one of two. */
function nearestHalf(value: number): bigint {
  const { infinity, signBit } = FORMATS[16];
  const sign = value < 0 || Object.is(value, -0) ? signBit : 0n;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00n;
  let [low, high] = [0n, infinity];
  const at = (bits: bigint): number => (bits === infinity ? 65536 : Number(floatText(bits, 16)));
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (at(middle) <= magnitude) low = middle;
    else high = middle;
  }
  const [below, above] = [magnitude - at(low), at(high) - magnitude];
  return sign | (above < below || (above === below && (high & 1n) === 0n) ? high : low);
}
