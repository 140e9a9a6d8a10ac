// What loaders leave: registers of which most are as a variant's kernel wants them.

import type { Draw } from "../../draw";
import type { Registers } from "./decide";
import { type Check, CHECKS, type EntryVariant, type Setting } from "./variant";

export type Entry = readonly [registers: Registers, treeBytes: bigint];

const MIB = 1n << 20n;
/** SCTLR_ELx: M, C and EE. */
const CONTROL_BITS: Partial<Record<Check, bigint>> = { mmu: 1n, cache: 4n, order: 1n << 25n };

/** At EL1 or EL2 (or, where that is what is wrong, EL3), with so many things wrong, which the kernel may look at or not. */
export function drawEntry(draw: Draw, variant: EntryVariant, level: 1 | 2, wrongs: number): Entry {
  const wrong = draw.shuffle(CHECKS).slice(0, wrongs);
  const is = (check: Check): boolean => wrong.includes(check);
  const image = 0x4000_0000n + BigInt(draw.below(40)) * variant.alignment + variant.offset + (is("place") ? BigInt(draw.between(1, 7)) * 4096n : 0n);
  const treeBytes = BigInt(draw.between(0x100, 0x3000)) * 16n + BigInt(draw.below(2)) * 4n;
  const registers: Record<string, bigint> = {
    PC: image,
    X0: treeOf(draw, variant, image, treeBytes, is),
    ...restOf(draw, is("rest")),
    CurrentEL: BigInt(is("level") ? 3 : level) << 2n,
    SPSel: BigInt(draw.bits(1)),
    DAIF: BigInt(draw.bits(2) === 0 ? draw.bits(4) : 15) << 6n,
    MIDR_EL1: draw.pick([0x410f_d083n, 0x411f_d073n, 0x410f_d034n]),
    MPIDR_EL1: 0x8000_0000n + BigInt(draw.below(4)),
    ID_AA64PFR0_EL1: draw.pick([0x22n, 0x0100_0022n, 0x0300_1122n]),
  };
  const asked = CHECKS.filter(is).reduce((word, check) => word | (CONTROL_BITS[check] ?? 0n), 0n);
  if (is("level")) return [{ ...registers, SCTLR_EL3: 0x30c5_0830n | asked }, treeBytes];
  if (level === 1) return [{ ...registers, SCTLR_EL1: 0x30d0_0800n | asked }, treeBytes];
  return [{ ...registers, ...atLevel2(draw, variant, registers, asked) }, treeBytes];
}

function treeOf(draw: Draw, { imageBytes }: EntryVariant, image: bigint, treeBytes: bigint, is: (check: Check) => boolean): bigint {
  if (is("tree") && draw.bits(1) === 0) return 0n;
  const odd = is("tree") ? BigInt(draw.between(1, 7)) : 0n;
  const eight = (address: bigint): bigint => (address / 8n) * 8n + odd;
  if (is("overlap")) return eight(draw.pick([image - treeBytes + 16n, image + imageBytes - 16n, image + imageBytes / 2n]));
  // Right behind the image, right before it, or far away.
  return draw.pick([eight(image + imageBytes), eight(image - treeBytes), eight(image + 64n * MIB), eight(image - 16n * MIB)]);
}

function restOf(draw: Draw, wrong: boolean): Record<string, bigint> {
  const one = draw.below(3);
  return Object.fromEntries([0, 1, 2].map((i) => [`X${i + 1}`, wrong && i === one ? BigInt(draw.between(1, 9)) : 0n]));
}

/** SCTLR_EL1 has bits that nobody at EL2 minds. */
function atLevel2(draw: Draw, { settings }: EntryVariant, registers: Registers, asked: bigint): Record<string, bigint> {
  const values: Record<string, bigint> = { SCTLR_EL2: 0x30c5_0830n | asked, SCTLR_EL1: 0x30d0_0800n | BigInt(draw.bits(3)) };
  for (const setting of settings) values[setting.register] = foundIn(draw, setting, registers);
  return values;
}

/** As the kernel wants it, or nearly so, or not at all. */
function foundIn(draw: Draw, setting: Setting, registers: Registers): bigint {
  const isRight = draw.bits(1) === 1;
  switch (setting.kind) {
    case "copy":  return isRight ? registers[setting.of]! : BigInt(draw.bits(31));
    case "whole": return isRight ? setting.value : setting.value ^ (1n << BigInt(draw.below(32)));
    case "bits": {
      const other = BigInt(draw.bits(8)) << 36n;
      const right = other | setting.ones;
      return isRight ? right : draw.pick([other, right | setting.zeros, other | setting.zeros, right & ~(setting.ones & -setting.ones)]);
    }
  }
}
