/** A vector register as its lanes read: integers or floating-point numbers of some width. */
import { FORMATS, type FpWidth } from "../../../machine/cpu/floating-point/format";

export interface LaneShape {
  /** Bits of a lane. */
  readonly size: 8 | 16 | 32 | 64;
  readonly float: boolean;
  /** Whether only the low lane counts: the program uses scalars. */
  readonly scalar: boolean;
}

const sizes = { b: 8, h: 16, s: 32, d: 64 } as const;

/** What a program takes its vector registers for, by the way it names them. */
export function shapeOf(source: string): LaneShape {
  const [, lane] = /\bv\d+\.\d*([bhsd])\b/i.exec(source) ?? [];
  const float = /^\s*(?:\w+:)?\s*f[a-z]+\d*\s/im.test(source);
  if (lane !== undefined) return { size: sizes[lane.toLowerCase() as "b"], float, scalar: false };
  const [, scalar = "d"] = /(?:,|\s)([bhsd])\d+\b/i.exec(source) ?? [];
  return { size: sizes[scalar.toLowerCase() as "b"], float, scalar: true };
}

/** Lane 0 last, as words are written. */
export function vectorText(value: bigint, { size, float, scalar }: LaneShape): string {
  const count = scalar ? 1 : 128 / size;
  const lanes = Array.from({ length: count }, (_, i) => (value >> BigInt(i * size)) & ((1n << BigInt(size)) - 1n)).reverse();
  return lanes.map((lane) => (float && size !== 8 ? floatText(lane, size) : lane.toString())).join("  ");
}

/** As JavaScript prints the number: the shortest decimal that only this double is nearest to. */
export function floatText(bits: bigint, width: FpWidth): string {
  return numberOf(bits, width).toString();
}

/** The number that a pattern stands for. Every half and single is a double, too. */
export function numberOf(bits: bigint, width: FpWidth): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  if (width === 64) return view.getFloat64(0);
  if (width === 32) return view.getFloat32(4);
  const { F, infinity, signBit, minimumExponent } = FORMATS[16];
  const sign = (bits & signBit) === 0n ? 1 : -1;
  const exponent = Number((bits & infinity) >> BigInt(F));
  const fraction = Number(bits & 0x3ffn);
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction : fraction + 2 ** F) * 2 ** (Math.max(exponent, 1) - 1 + minimumExponent - F);
}
