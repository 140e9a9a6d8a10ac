// The host's arithmetic and ours are one: wherever the fast path answers, it answers what the exact path does.

import { expect } from "chai";
import fc from "fast-check";
import {
  exactAdd, exactDiv, exactMul, exactSqrt, exactSub,
} from "../../../../src/machine/cpu/floating-point/arithmetic";
import { exactOrder } from "../../../../src/machine/cpu/floating-point/compare";
import { FPSR, roundingOf, type FpContext } from "../../../../src/machine/cpu/floating-point/context";
import { exactConvert } from "../../../../src/machine/cpu/floating-point/convert";
import {
  fastAdd, fastConvert, fastDiv, fastFromInteger, fastMax, fastMin, fastMul, fastMulAdd, fastOrder, fastRoundInt,
  fastSqrt, fastSub, fastToInteger,
} from "../../../../src/machine/cpu/floating-point/fast-path";
import { exactFromFixed, exactToFixed } from "../../../../src/machine/cpu/floating-point/fixed-point";
import type { FpWidth } from "../../../../src/machine/cpu/floating-point/format";
import { exactMulAdd } from "../../../../src/machine/cpu/floating-point/fused";
import { exactMax, exactMin } from "../../../../src/machine/cpu/floating-point/min-max";
import { exactRoundInt } from "../../../../src/machine/cpu/floating-point/round-to-integral";
import { type Operation } from "./operations";
import { Bits, question } from "./questions";

type Apply = (c: FpContext, width: FpWidth, x: bigint, y: bigint, z: bigint) => bigint | number | undefined;

const sign = (order: bigint | undefined): number | undefined =>
  order === undefined ? undefined : order < 0n ? -1 : order > 0n ? 1 : 0;

const PAIRS: readonly (readonly [name: string, fast: Apply, exact: Apply])[] = [
  ["add",               fastAdd,    exactAdd],
  ["subtract",          fastSub,    exactSub],
  ["multiply",          fastMul,    exactMul],
  ["divide",            fastDiv,    exactDiv],
  ["square root",       fastSqrt,   exactSqrt],
  ["multiply and add",  fastMulAdd, exactMulAdd],
  ["compare",           (_c, w, x, y) => fastOrder(w, x, y),
                        (c, w, x, y) => sign(exactOrder(c, w, x, y, false))],
  ["maximum",           (_c, w, x, y) => fastMax(w, x, y), exactMax],
  ["minimum",           (_c, w, x, y) => fastMin(w, x, y), exactMin],
  ["round to integral", (c, w, x) => fastRoundInt(w, x, roundingOf(c.fpcr)),
                        (c, w, x) => exactRoundInt(c, w, x, roundingOf(c.fpcr), false)],
  ["convert to single", (c, w, x) => fastConvert(c, w, 32, x),
                        (c, w, x) => exactConvert(c, w, 32, x, roundingOf(c.fpcr))],
  ["convert to double", (c, w, x) => fastConvert(c, w, 64, x),
                        (c, w, x) => exactConvert(c, w, 64, x, roundingOf(c.fpcr))],
  ["to int32",          (c, w, x) => fastToInteger(c, w, x, false, 32, roundingOf(c.fpcr)),
                        (c, w, x) => exactToFixed(c, w, x, 0, false, 32, roundingOf(c.fpcr))],
  ["to uint64",         (c, w, x) => fastToInteger(c, w, x, true, 64, roundingOf(c.fpcr)),
                        (c, w, x) => exactToFixed(c, w, x, 0, true, 64, roundingOf(c.fpcr))],
  ["from an integer",   (c, w, x) => fastFromInteger(c, w, BigInt.asIntN(64, x), roundingOf(c.fpcr)),
                        (c, w, x) => exactFromFixed(c, w, BigInt.asIntN(64, x), 0, roundingOf(c.fpcr))],
];

describe("fast path", () => {
  for (const [name, fast, exact] of PAIRS) {
    for (const width of [32, 64] as const) {
      it(`agrees with the exact path: ${name}, ${width} bits`, () => {
        fc.assert(
          fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (seed) => {
            const { fpcr, fpsr, x, y, z } = questionFor(name, width, seed);
            const [quick, slow] = [{ fpcr, fpsr }, { fpcr, fpsr }];
            const result = fast(quick, width, x, y, z);
            if (result === undefined) return quick.fpsr === fpsr; // It did nothing at all.
            return result === exact(slow, width, x, y, z) && quick.fpsr === slow.fpsr;
          }),
          { numRuns: 3000 },
        );
      });
    }
  }

  const inexact = { fpcr: 0, fpsr: FPSR.IXC };
  const PLAIN = [
    // operation           answer                                                           expected
    ["1.5 + 1.5",          fastAdd(inexact, 64, 0x3ff8n << 48n, 0x3ff8n << 48n),            0x4008n << 48n],
    ["1.5 - 1.5",          fastSub(inexact, 32, 0x3fc0_0000n, 0x3fc0_0000n),                0n],
    ["0 * 1.5",            fastMul(inexact, 64, 0n, 0x3ff8n << 48n),                        0n],
    ["3 / 2",              fastDiv(inexact, 32, 0x4040_0000n, 0x4000_0000n),                0x3fc0_0000n],
    ["sqrt 4",             fastSqrt(inexact, 64, 0x4010n << 48n),                           0x4000n << 48n],
    ["1 + 2 * 1.5",        fastMulAdd(inexact, 32, 0x3f80_0000n, 0x4000_0000n, 0x3fc0_0000n), 0x4080_0000n],
    ["1 + 2 * 1.5, double", fastMulAdd(inexact, 64, 0x3ff0n << 48n, 0x4000n << 48n, 0x3ff8n << 48n), 0x4010n << 48n],
    ["the maximum of 1, 2", fastMax(64, 0x3ff0n << 48n, 0x4000n << 48n),                    0x4000n << 48n],
    ["the minimum of 1, 2", fastMin(64, 0x3ff0n << 48n, 0x4000n << 48n),                    0x3ff0n << 48n],
    ["the floor of -1.5",  fastRoundInt(64, 0xbff8n << 48n, "NEGINF"),                      0xc000n << 48n],
    ["the ceiling of -0.5", fastRoundInt(32, 0xbf00_0000n, "POSINF"),                       0x8000_0000n],
    ["1 < 2",              fastOrder(64, 0x3ff0n << 48n, 0x4000n << 48n),                   -1],
    ["1.5 as a single",    fastConvert({ fpcr: 0, fpsr: 0 }, 64, 32, 0x3ff8n << 48n),       0x3fc0_0000n],
    ["-2.5 as an integer", fastToInteger(inexact, 64, 0xc004n << 48n, false, 32, "ZERO"),   0xffff_fffen],
    ["-3 from an integer", fastFromInteger({ fpcr: 0, fpsr: 0 }, 32, -3n, "POSINF"),        0xc040_0000n],
  ] as const;

  for (const [operation, answer, expected] of PLAIN) {
    it(`answers ${operation}`, () => expect(answer).to.equal(expected));
  }
});

/** Operands for `name`; three of four times, FPSR.IXC is set, since nothing much is fast without. */
function questionFor(name: string, width: FpWidth, seed: bigint): { fpcr: number; fpsr: number; x: bigint; y: bigint; z: bigint } {
  const bits = new Bits(seed);
  for (let i = 0; i < 4; i++) bits.word(); // Small seeds are alike for a while.
  const operation = { name, width: name === "from an integer" ? 0 : width, operands: 3 } as Operation;
  const asked = question(bits, operation);
  return { ...asked, fpsr: bits.below(4) === 0 ? asked.fpsr : FPSR.IXC };
}
