// States in which an instruction of a variant is to be executed, its memory always within the stage's page.

import type { Draw } from "../../draw";
import { memoryPlace, RAM, type State } from "../meaning/stage";
import type { ForeignOperands } from "../questions";
import type { MeaningVariant } from "./variant";

const IMMEDIATES = 8;

type Registers = Pick<ForeignOperands, "Rd" | "Rn" | "Rm">;

/** Registers, flags, and what is in memory there: awkward now and then. */
export function drawCall(draw: Draw, variant: MeaningVariant, registers: Registers): readonly [ForeignOperands, State] {
  const { size, scale, direction, index } = variant;
  const { Rd, Rn, Rm } = registers;
  const imm = draw.below(IMMEDIATES);
  const at = RAM + 1024 + (size / 8) * draw.below(256);
  const moved = direction === "up" ? imm * scale : -imm * scale;
  const before: Record<string, bigint> = {};
  if (Rm !== 31) before[`x${Rm}`] = awkward(draw);
  if (Rd !== 31 && Rd !== Rm) before[`x${Rd}`] = draw.bigBits(64);
  before[Rn === 31 ? "sp" : `x${Rn}`] = BigInt(index === "pre" ? at - moved : at);
  before["nzcv"] = draw.bigBits(4);
  before[memoryPlace(at - (at % 8))] = awkward(draw);
  return [{ ...registers, imm }, before];
}

/** A number that is close to a border of either half, or any. */
function awkward(draw: Draw): bigint {
  const half = (): bigint => draw.pick([0n, 1n, 0x7fff_ffffn, 0x8000_0000n, 0xffff_ffffn, draw.bigBits(32), draw.bigBits(32), draw.bigBits(32)]);
  return (half() << 32n) | half();
}

/** Registers that are all different, and not 31. */
export function differentRegisters(draw: Draw): Registers {
  const [Rd, Rn, Rm] = draw.shuffle(Array.from({ length: 31 }, (_, n) => n)) as [number, number, number];
  return { Rd, Rn, Rm };
}

/** Registers of which at least two are the same. */
export function sameRegisters(draw: Draw): Registers {
  const [x, y] = draw.shuffle(Array.from({ length: 31 }, (_, n) => n)) as [number, number];
  return draw.pick([{ Rd: x, Rn: x, Rm: y }, { Rd: x, Rn: y, Rm: x }, { Rd: y, Rn: x, Rm: x }, { Rd: x, Rn: x, Rm: x }]);
}

/** Number 31 here and there. */
export function number31(draw: Draw): Registers {
  const { Rd, Rn, Rm } = differentRegisters(draw);
  return draw.pick([{ Rd: 31, Rn, Rm }, { Rd, Rn: 31, Rm }, { Rd, Rn, Rm: 31 }, { Rd: 31, Rn: 31, Rm: 31 }]);
}
