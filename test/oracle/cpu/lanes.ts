// What a vector register may hold: 128 bits as lanes of one kind.

import type { Random } from "../words";
import { below, DOUBLE, float, type Format, HALF, integer, oneIn, random64, SINGLE, smallInteger } from "./values";

export type Lanes =
  | { readonly kind: "integer"; readonly width: 8 | 16 | 32 | 64 }
  | { readonly kind: "float"; readonly format: Format }
  /** Bytes below 80: what a table is indexed with, what lanes are shifted by. */
  | { readonly kind: "small" }
  | { readonly kind: "random" };

export const INTEGERS: readonly Lanes[] = ([8, 16, 32, 64] as const).map((width) => ({ kind: "integer", width }));
export const FLOATS: readonly Lanes[] = [HALF, SINGLE, DOUBLE].map((format) => ({ kind: "float", format }));

/** The low half and the high half of a vector register. */
export type Quad = readonly [bigint, bigint];

export const widthOf = (lanes: Lanes): number =>
  (lanes.kind === "integer" ? lanes.width : lanes.kind === "float" ? lanes.format.width : 8);

export function quad(random: Random, lanes: Lanes): Quad {
  return [doubleword(random, lanes), doubleword(random, lanes)];
}

function doubleword(random: Random, lanes: Lanes): bigint {
  if (lanes.kind === "random") return random64(random);
  const width = widthOf(lanes);
  if (width === 64) return lane(random, lanes);
  if (lanes.kind === "float") {
    let all = 0n;
    for (let at = 0; at < 64; at += width) all |= lane(random, lanes) << BigInt(at);
    return all;
  }
  const word = (): number => {
    let bits = 0;
    for (let at = 0; at < 32; at += width) bits |= (lanes.kind === "small" ? smallByte(random) : smallInteger(random, width)) << at;
    return bits >>> 0;
  };
  return (BigInt(word()) << 32n) | BigInt(word());
}

const lane = (random: Random, lanes: Lanes): bigint =>
  (lanes.kind === "float" ? float(random, lanes.format) : integer(random, widthOf(lanes)));

const smallByte = (random: Random): number => {
  const byte = below(random, oneIn(random, 3) ? 16 : 80);
  return oneIn(random, 3) ? 255 - byte : byte;
};

/** Lane by lane, `change` of the lane and of those at the same place in `others`. */
export function mapLanes(width: number, quads: readonly Quad[], change: (lanes: readonly bigint[]) => bigint): Quad {
  const half = (index: 0 | 1): bigint => {
    let all = 0n;
    for (let at = 0; at < 64; at += width) {
      const lanes = quads.map((q) => BigInt.asUintN(width, q[index] >> BigInt(at)));
      all |= change(lanes) << BigInt(at);
    }
    return all;
  };
  return [half(0), half(1)];
}
