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
  throw new Error(`Return { nzcv, fpsr } of 0x${x.toString(16)} against 0x${y.toString(16)}, ${width} bits wide, FPCR 0x${fpcr.toString(16)}, ${signalNaNs}.`);
};
