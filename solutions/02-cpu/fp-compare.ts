import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * x against y, two patterns of `width` bits: `nzcv` (less 1000, equal 0110, greater 0010, unordered 0011), and in `fpsr`
 * what went wrong: IOC is bit 0, IDC is bit 7.
 *
 * With a NaN, nothing is in order. That is invalid (IOC) if one of them is signalling (the top bit of its fraction is 0), or
 * if `signalNaNs`. `fpcr` says with FZ (bit 24) that denormal singles and doubles count as zero, which IDC remembers, and
 * with FZ16 (bit 19) that denormal halves do, which nothing remembers.
 */
export const fpCompare: CpuParts["fpCompare"] = (width, x, y, signalNaNs, fpcr) => {
  const fraction = BigInt({ 16: 10, 32: 23, 64: 52 }[width]);
  const infinity = (1n << BigInt(width - 1)) - (1n << fraction);
  const quiet = 1n << (fraction - 1n);
  const flushes = (fpcr & (width === 16 ? FZ16 : FZ)) !== 0;

  const numbers = [x, y].map((pattern) => {
    const magnitude = BigInt.asUintN(width - 1, pattern);
    const isFlushed = flushes && magnitude !== 0n && magnitude >> fraction === 0n;
    const size = isFlushed ? 0n : magnitude;
    return {
      isFlushed,
      isNaN: magnitude > infinity,
      isSignalling: magnitude > infinity && (magnitude & quiet) === 0n,
      // Patterns are in the order of the numbers, but for the sign.
      order: pattern === magnitude ? size : -size,
    };
  });
  const [a, b] = numbers as [(typeof numbers)[number], (typeof numbers)[number]];
  const idc = width !== 16 && (a.isFlushed || b.isFlushed) ? IDC : 0;
  if (a.isNaN || b.isNaN) {
    const ioc = signalNaNs || a.isSignalling || b.isSignalling ? IOC : 0;
    return { nzcv: 0b0011n, fpsr: idc | ioc };
  }
  return { nzcv: a.order < b.order ? 0b1000n : a.order > b.order ? 0b0010n : 0b0110n, fpsr: idc };
};

const FZ = 1 << 24;
const FZ16 = 1 << 19;
const IDC = 1 << 7;
const IOC = 1;
