// The third operand of a multiply-add that all but cancels the product: only an exact intermediate gives the rest.

import type { Random } from "../words";
import { below, DOUBLE, type Format, HALF, SINGLE } from "./values";

const view = new DataView(new ArrayBuffer(8));

/** Bits near those of a * b, of either sign; zero where that is no number. */
export function nearProduct(random: Random, format: Format, a: bigint, b: bigint): bigint {
  const product = numberOf(format, a) * numberOf(format, b) * (below(random, 2) === 0 ? 1 : -1);
  if (Number.isNaN(product)) return 0n;
  const bits = bitsOf(format, product) + BigInt(below(random, 5) >> 1) - 1n;
  return BigInt.asUintN(format.width, bits);
}

function numberOf(format: Format, bits: bigint): number {
  view.setBigUint64(0, bits);
  if (format === DOUBLE) return view.getFloat64(0);
  if (format === SINGLE) return view.getFloat32(4);
  const [exponent, fraction] = [Number((bits >> 10n) & 0x1fn), Number(bits & 0x3ffn)];
  const magnitude = exponent === 31 ? NaN : exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return bits >> 15n === 1n ? -magnitude : magnitude;
}

/** Rounded, for a half towards zero. */
function bitsOf(format: Format, value: number): bigint {
  if (format === HALF) {
    view.setFloat32(0, value);
    const single = view.getUint32(0);
    const exponent = ((single >>> 23) & 0xff) - 127 + 15;
    const sign = (single >>> 31) << 15;
    if (exponent <= 0) return BigInt(sign);
    return BigInt(exponent >= 31 ? sign | 0x7bff : sign | (exponent << 10) | ((single >>> 13) & 0x3ff));
  }
  if (format === SINGLE) {
    view.setFloat32(0, value);
    return BigInt(view.getUint32(0));
  }
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}
