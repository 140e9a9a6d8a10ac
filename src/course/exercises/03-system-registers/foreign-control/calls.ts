// Accesses to the registers of a variant.

import type { Draw } from "../../draw";
import type { ForeignRegisters, ForeignRequest } from "../questions";
import { type ControlVariant, type ForeignRegister, NUMBER_BITS } from "./variant";

export type Call = readonly [ForeignRequest, ForeignRegisters];

export interface Wish {
  readonly level: 0 | 1;
  readonly direction: "read" | "write";
  /** undefined: a number that none has. */
  readonly register: ForeignRegister | undefined;
}

/** The control register holds what it can hold, and so does the other one. */
export function drawCall(draw: Draw, variant: ControlVariant, { level, direction, register }: Wish): Call {
  const control = drawControl(draw, variant);
  const number = register?.number ?? drawNumber(draw, variant);
  const held = register === undefined ? 0n : register === variant.registers[0] ? control : draw.bigBits(register.width);
  return [{ level, direction, number, value: direction === "read" ? 0n : draw.bigBits(64) }, { held, control }];
}

function drawControl(draw: Draw, { fields }: ControlVariant): bigint {
  return fields.reduce((control, { high, low, kind }) => {
    const bits = draw.bigBits(high - low + 1);
    return control | ((kind === "one" ? (1n << BigInt(high - low + 1)) - 1n : bits) << BigInt(low));
  }, 0n);
}

/** Next to one that is there, or anywhere. */
function drawNumber(draw: Draw, { registers }: ControlVariant): number {
  const numbers = registers.map(({ number }) => number);
  for (;;) {
    const number = draw.pick([draw.bits(NUMBER_BITS), draw.pick(numbers) ^ (1 << draw.below(NUMBER_BITS))]);
    if (!numbers.includes(number)) return number;
  }
}
