// What the kernel of a variant makes of an entry: the reference.

import type { EntryPlan } from "../questions";
import type { Check, EntryVariant, Setting } from "./variant";

export type Registers = Readonly<Record<string, bigint>>;

/** ID_AA64PFR0_EL1.GIC: whether the interrupt controller has system registers. */
const GIC_FIELD = 24n;
const MASKS = { D: 9n, A: 8n, I: 7n, F: 6n } as const;
const LETTERS = ["D", "A", "I", "F"] as const;
/** SCTLR_ELx.M, C and EE. */
const SCTLR = { M: 0n, C: 2n, EE: 25n } as const;

const bit = (word: bigint, low: bigint): boolean => (word >> low) % 2n === 1n;

export function planOf(variant: EntryVariant, registers: Registers, treeBytes: bigint): EntryPlan {
  const wrong = variant.checks.find(({ check }) => !holds(check, variant, registers, treeBytes));
  if (wrong !== undefined) return { refused: wrong.code };

  const level = levelOf(registers);
  const open = LETTERS.filter((letter) => !bit(registers["DAIF"]!, MASKS[letter])).join("");
  const stack = registers["SPSel"] === 0n ? "SP_EL0" : `SP_EL${level}`;
  const tree = variant.base + registers["X0"]!;
  if (level === 1) return { level, stack, open, sets: [], tree };
  return { level, stack, open, sets: variant.settings.flatMap((setting) => changeOf(setting, registers)), down: downOf(variant, registers, open), tree };
}

const levelOf = (registers: Registers): number => Number((registers["CurrentEL"]! >> 2n) % 4n);

function holds(check: Check, { alignment, offset, imageBytes }: EntryVariant, registers: Registers, treeBytes: bigint): boolean {
  const level = levelOf(registers);
  const [image, tree] = [registers["PC"]!, registers["X0"]!];
  const control = registers[`SCTLR_EL${level}`] ?? 0n;
  switch (check) {
    case "level":   return level === 1 || level === 2;
    case "place":   return image >= offset && (image - offset) % alignment === 0n;
    case "tree":    return tree !== 0n && tree % 8n === 0n;
    case "overlap": return tree + treeBytes <= image || tree >= image + imageBytes;
    case "rest":    return [1, 2, 3].every((i) => registers[`X${i}`] === 0n);
    case "mmu":     return !bit(control, SCTLR.M);
    case "cache":   return !bit(control, SCTLR.C);
    case "order":   return !bit(control, SCTLR.EE);
  }
}

/** Nothing, if the register has what it must have. */
function changeOf(setting: Setting, registers: Registers): (readonly [string, bigint])[] {
  const { register } = setting;
  if (setting.kind === "bits" && setting.ifGic && (registers["ID_AA64PFR0_EL1"]! >> GIC_FIELD) % 16n === 0n) return [];
  const now = registers[register]!;
  const value = valueOf(setting, now, registers);
  return value === now ? [] : [[register, value]];
}

function valueOf(setting: Setting, now: bigint, registers: Registers): bigint {
  switch (setting.kind) {
    case "bits":  return (now | setting.ones | setting.zeros) - setting.zeros;
    case "whole": return setting.value;
    case "copy":  return registers[setting.of]!;
  }
}

function downOf({ stack, open, goesOnAt }: EntryVariant, registers: Registers, found: string): { spsr: bigint; elr: bigint } {
  const unmasked = open === "found" ? found : open;
  const masks = LETTERS.filter((letter) => !unmasked.includes(letter)).reduce((word, letter) => word + 2n ** MASKS[letter], 0n);
  return { spsr: masks + (stack === "SP_EL0" ? 4n : 5n), elr: registers["PC"]! + goesOnAt };
}
