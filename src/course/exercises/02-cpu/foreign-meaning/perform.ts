// What the instruction of a variant does to a machine, in plain numbers: the reference.

import { conditionHolds } from "../../../../machine/cpu/condition";
import { shift } from "../../../../machine/cpu/shift";
import { memoryPlace, type State } from "../meaning/stage";
import type { ForeignOperands } from "../questions";
import { CHOICES, COMBINATIONS, FACTS, type FactLine, type Line } from "./lines";
import type { MeaningVariant } from "./variant";

/** What changes, if the access does not fault. */
export function performForeign(variant: MeaningVariant, { Rd, Rn, Rm, imm }: ForeignOperands, before: State): State {
  const { size, shift: type, places } = variant;
  const read = (place: string): bigint => before[place] ?? 0n;
  const base = read(Rn === 31 ? "sp" : `x${Rn}`);
  const next = BigInt.asUintN(64, variant.direction === "up" ? base + BigInt(imm * variant.scale) : base - BigInt(imm * variant.scale));
  const address = Number(variant.index === "pre" ? next : base);

  const doubleword = memoryPlace(address - (address % 8));
  const above = BigInt(8 * (address % 8));
  const old = BigInt.asUintN(size, read(doubleword) >> above);
  const operand = shift(type, size, Rm === 31 ? 0n : BigInt.asUintN(size, read(`x${Rm}`)), BigInt(places));
  const holds = conditionOf(variant, old, operand, read("nzcv"));
  const line: Line = holds ? COMBINATIONS[variant.whenTrue] : CHOICES[variant.whenFalse];
  const result = line.value(size, old, operand);
  const stored = variant.stored === "operand" ? operand : result;

  const written: Record<string, bigint> = {
    [doubleword]: read(doubleword) ^ ((old ^ stored) << above),
    nzcv: variant.flags.reduce((nzcv, { what, inverted }) => {
      const fact: FactLine = FACTS[what];
      return (nzcv << 1n) | (fact.value(size, { old, operand, result, holds }) !== inverted ? 1n : 0n);
    }, 0n),
  };
  const writeD = (): void => { if (Rd !== 31) written[`x${Rd}`] = variant.returned === "old" ? old : result; };
  const writeN = (): void => { written[Rn === 31 ? "sp" : `x${Rn}`] = next; };
  for (const write of variant.last === "d" ? [writeN, writeD] : [writeD, writeN]) write();
  return Object.fromEntries(Object.entries(written).filter(([place, value]) => value !== read(place)));
}

function conditionOf({ condition, size }: MeaningVariant, old: bigint, operand: bigint, nzcv: bigint): boolean {
  switch (condition.kind) {
    case "bit": return ((operand >> BigInt(condition.bit)) & 1n) === 1n;
    case "cond": return conditionHolds(condition.cond, Number(nzcv));
    case "less": {
      const read = (bits: bigint): bigint => (condition.signed ? BigInt.asIntN(size, bits) : bits);
      return condition.swapped ? read(operand) < read(old) : read(old) < read(operand);
    }
  }
}
