import type { FpWidth } from "../../../machine/cpu/floating-point/format";
import type { CpuParts } from "../../../machine/cpu/parts";
import { STANDARD_PARTS } from "../../../machine/cpu/standard-parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import { showPlain } from "../plain";
import { flagsText } from "./notation";

type FpCompare = CpuParts["fpCompare"];

const ours = STANDARD_PARTS.fpCompare;

const FZ = 1 << 24;
const FZ16 = 1 << 19;
const IOC = 1;
const IDC = 0x80;
const [LESS, EQUAL, GREATER, UNORDERED] = [0b1000n, 0b0110n, 0b0010n, 0b0011n];

/** FCMP, or FCMPE where any NaN is invalid, as QEMU 7.2 does it: NZCV and FPSR. */
const NUMBERS = [
  // width  x                       y                       e      fpcr  NZCV       FPSR       what it is
  [64,      0x3ff0_0000_0000_0000n, 0x4000_0000_0000_0000n, false, 0,    LESS,      0,         "1 and 2"],
  [64,      0x4000_0000_0000_0000n, 0x3ff0_0000_0000_0000n, false, 0,    GREATER,   0,         "2 and 1"],
  [64,      0x3ff0_0000_0000_0000n, 0x3ff0_0000_0000_0000n, false, 0,    EQUAL,     0,         "1 and 1"],
  [64,      0xbff0_0000_0000_0000n, 0x3ff0_0000_0000_0000n, false, 0,    LESS,      0,         "-1 and 1"],
  [64,      0xbff0_0000_0000_0000n, 0xc000_0000_0000_0000n, false, 0,    GREATER,   0,         "-1 and -2: the larger pattern is the smaller number"],
  [64,      0n,                     0x8000_0000_0000_0000n, false, 0,    EQUAL,     0,         "0 and -0: two patterns, one number"],
  [64,      0x7ff0_0000_0000_0000n, 0x3ff0_0000_0000_0000n, false, 0,    GREATER,   0,         "infinity and 1"],
  [64,      0xfff0_0000_0000_0000n, 0x7ff0_0000_0000_0000n, false, 0,    LESS,      0,         "-infinity and infinity"],
  [64,      0x7ff0_0000_0000_0000n, 0x7ff0_0000_0000_0000n, false, 0,    EQUAL,     0,         "infinity and infinity"],
  [64,      1n,                     0n,                     false, 0,    GREATER,   0,         "the smallest denormal and 0"],
  [32,      0x3f80_0000n,           0x4000_0000n,           false, 0,    LESS,      0,         "1 and 2, single"],
  [32,      0x8000_0000n,           0n,                     false, 0,    EQUAL,     0,         "-0 and 0, single"],
  [32,      0xff80_0000n,           0x7f80_0000n,           false, 0,    LESS,      0,         "-infinity and infinity, single"],
  [32,      0x8000_0001n,           0x8000_0002n,           false, 0,    GREATER,   0,         "two negative denormals, single"],
  [16,      0x3c00n,                0x4000n,                false, 0,    LESS,      0,         "1 and 2, half"],
] as const;

const NANS = [
  [64,      0x7ff8_0000_0000_0000n, 0x3ff0_0000_0000_0000n, false, 0,    UNORDERED, 0,         "a quiet NaN and 1: unordered, and nothing wrong"],
  [64,      0x3ff0_0000_0000_0000n, 0x7ff0_0000_0000_0001n, false, 0,    UNORDERED, IOC,       "1 and a signalling NaN: invalid"],
  [64,      0x7ff8_0000_0000_0000n, 0x7ff8_0000_0000_0000n, false, 0,    UNORDERED, 0,         "a NaN is not equal to itself"],
  [64,      0x7ff0_0000_0000_0001n, 0x7ff8_0000_0000_0000n, false, 0,    UNORDERED, IOC,       "a signalling NaN and a quiet one"],
  [64,      0xfff0_0000_0000_0001n, 0x3ff0_0000_0000_0000n, false, 0,    UNORDERED, IOC,       "a NaN has a sign, which says nothing"],
  [64,      0x7fff_ffff_ffff_ffffn, 0x3ff0_0000_0000_0000n, false, 0,    UNORDERED, 0,         "the last pattern of all is a quiet NaN"],
  [64,      0x7ff8_0000_0000_0000n, 0x3ff0_0000_0000_0000n, true,  0,    UNORDERED, IOC,       "FCMPE: any NaN is invalid"],
  [64,      0x3ff0_0000_0000_0000n, 0x4000_0000_0000_0000n, true,  0,    LESS,      0,         "FCMPE of 1 and 2: there is none"],
  [32,      0x7fc0_0000n,           0n,                     false, 0,    UNORDERED, 0,         "a quiet NaN, single"],
  [32,      0x7f80_0001n,           0n,                     false, 0,    UNORDERED, IOC,       "a signalling NaN, single"],
  [16,      0x7e00n,                0x3c00n,                false, 0,    UNORDERED, 0,         "a quiet NaN, half"],
  [16,      0x7c01n,                0x3c00n,                false, 0,    UNORDERED, IOC,       "a signalling NaN, half"],
  [16,      0x7e00n,                0x3c00n,                true,  0,    UNORDERED, IOC,       "FCMPE of a quiet NaN, half"],
] as const;

const FLUSHED = [
  [64,      1n,                     0n,                     false, FZ,   EQUAL,     IDC,       "FZ: a denormal counts as 0, and that is remembered"],
  [64,      1n,                     0x8000_0000_0000_0001n, false, FZ,   EQUAL,     IDC,       "FZ: two denormals of different signs"],
  [64,      0x000f_ffff_ffff_ffffn, 0n,                     false, FZ,   EQUAL,     IDC,       "FZ: the largest denormal"],
  [64,      0x0010_0000_0000_0000n, 1n,                     false, FZ,   GREATER,   IDC,       "FZ: the smallest normal number is none"],
  [64,      1n,                     0x7ff8_0000_0000_0000n, false, FZ,   UNORDERED, IDC,       "FZ: beside a NaN, too"],
  [64,      1n,                     0x7ff8_0000_0000_0000n, true,  FZ,   UNORDERED, IDC | IOC, "FZ, FCMPE: both"],
  [32,      1n,                     0x8000_0001n,           false, FZ,   EQUAL,     IDC,       "FZ, single"],
  [64,      1n,                     0n,                     false, FZ16, GREATER,   0,         "FZ16 is for halves only"],
  [16,      1n,                     0x8001n,                false, FZ16, EQUAL,     0,         "FZ16, half: a denormal counts as 0, and nobody is told"],
  [16,      1n,                     0x8001n,                false, FZ,   GREATER,   0,         "FZ is not for halves"],
] as const;

export const fpCompare: Trial<FpCompare> = {
  show: {
    call: (width, x, y, signalNaNs, fpcr) => `fpCompare(${width}, ${register(x, width)}, ${register(y, width)}, ${signalNaNs}, 0x${fpcr.toString(16)})${fpcrText(fpcr)}`,
    answer: ({ nzcv, fpsr }) => `flags ${flagsText(nzcv)}, FPSR ${fpsrText(fpsr)}`,
  },
  properties: [
    { title: "orders numbers as QEMU does", cases: () => casesOf(NUMBERS) },
    { title: "finds NaNs in no order, and some of them invalid", cases: () => casesOf(NANS) },
    { title: "takes denormals for zero where FPCR says so", cases: () => casesOf(FLUSHED) },
    {
      title: "agrees with the reference on awkward patterns",
      cases: (draw) => draw.times(900, (): Case<FpCompare> => {
        const width = draw.pick([16, 32, 64] as const);
        const args = [width, awkward(draw, width), awkward(draw, width), draw.bits(1) === 1, draw.pick([0, 0, FZ, FZ16])] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

type Row = readonly [width: FpWidth, x: bigint, y: bigint, signalNaNs: boolean, fpcr: number, nzcv: bigint, fpsr: number, why: string];

const casesOf = (rows: readonly Row[]): Case<FpCompare>[] =>
  rows.map(([width, x, y, signalNaNs, fpcr, nzcv, fpsr, why]) => ({ args: [width, x, y, signalNaNs, fpcr], want: { nzcv, fpsr }, why }));

const FRACTION: Readonly<Record<FpWidth, number>> = { 16: 10, 32: 23, 64: 52 };

/** Zeros, denormals, ordinary numbers, infinities and NaNs, of either sign, and often the same twice. */
function awkward(draw: Draw, width: FpWidth): bigint {
  const fraction = BigInt(FRACTION[width]);
  const exponents = (1n << (BigInt(width) - 1n - fraction)) - 1n;
  const exponent = draw.pick([0n, 0n, 1n, exponents >> 1n, exponents - 1n, exponents, exponents]);
  const bits = draw.pick([0n, 0n, 1n, 1n << (fraction - 1n), (1n << fraction) - 1n, draw.bigBits(Number(fraction))]);
  return (BigInt(draw.bits(1)) << BigInt(width - 1)) | (exponent << fraction) | bits;
}

const fpcrText = (fpcr: number): string => (fpcr === FZ ? ": FZ" : fpcr === FZ16 ? ": FZ16" : "");

function fpsrText(fpsr: number): string {
  const names = [[IDC, "IDC"], [IOC, "IOC"]] as const;
  const known = names.filter(([bit]) => (fpsr & bit) !== 0);
  return known.reduce((sum, [bit]) => sum + bit, 0) === fpsr ? known.map(([, name]) => name).join(" ") || "0" : showPlain(fpsr);
}
