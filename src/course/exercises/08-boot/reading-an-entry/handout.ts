// The question as the student reads it, made from the variant alone.

import { Draw } from "../../draw";
import type { EntryPlan } from "../questions";
import { planOf } from "./decide";
import { drawEntry, type Entry } from "./entries";
import type { Check, EntryVariant, Setting } from "./variant";

const hex = (value: bigint): string => `0x${value.toString(16)}`;

/** What the handout shows; always the same, for it is part of the question. */
export function exampleEntries(variant: EntryVariant): Entry[] {
  const draw = new Draw(`${variant.kernel} ${variant.base} ${variant.checks.map(({ code }) => code).join()}`);
  return [drawEntry(draw, variant, 1, 0), drawEntry(draw, variant, 2, 0), drawEntry(draw, variant, 2, 3)];
}

export function entryHandout(variant: EntryVariant): string {
  const { kernel, imageBytes, checks, settings, goesOnAt, base } = variant;
  return [
    `The ${kernel} is a kernel for AArch64 that was never written. Its image has ${hex(imageBytes)} bytes. In its first instructions it`,
    "looks at what the loader has left: at the registers, and at the length of the device tree, whose address is in X0. PC is",
    "where the image begins. It refuses to go on if one of these is not so, with the number of the first that is not:",
    "",
    ...checks.map(({ check, code }) => `    ${String(code).padStart(3)}  ${checkText(check, variant)}`),
    "",
    "No other mistake of a loader does it look for. It finds out at which level it is, which stack pointer that is (SP_EL0, or",
    "the level's own), and which of D, A, I and F are not masked, in this order. At EL1, that is all.",
    "",
    "At EL2 it goes down, and before that it writes registers, in this order; but one that has already what it is to have is",
    "not written. All bits that nothing is said of stay as they are.",
    "",
    ...settings.map((setting) => `    ${setting.register.padEnd(12)} ${settingText(setting)}`),
    "",
    `It goes down with ERET: to EL1, with ${variant.stack} as its stack pointer, in AArch64, ${openText(variant.open)},`,
    `and everything else in SPSR_EL2 0. It goes on ${hex(goesOnAt)} bytes behind the image's beginning: the MMU is still off.`,
    `Once the MMU is on, physical address 0 will be at ${hex(base)}, and all others as far above it as they are now.`,
    "",
    "Write `planEntry(registers, treeBytes)`. `registers` has all that the kernel can read there, by their architectural names.",
    "If it refuses, the answer is { refused: the number }. If not, it is { level, stack, open, sets, tree }: `stack` is a name,",
    "`open` the letters of what is not masked, `sets` a list of [name, value], and `tree` where the device tree will be; and if it",
    "goes down, `down` as well: { spsr, elr }, what ERET finds. For example:",
    "",
    ...exampleEntries(variant).flatMap((entry) => [...entryLines(entry).map((line) => `    ${line}`), `        ${planText(planOf(variant, ...entry))}`]),
  ].join("\n");
}

function checkText(check: Check, { alignment, offset, imageBytes }: EntryVariant): string {
  switch (check) {
    case "level":   return "it is at EL1 or EL2";
    case "place":   return `the image begins ${offset === 0n ? "" : `${hex(offset)} bytes above `}${offset === 0n ? "at " : ""}a multiple of ${hex(alignment)}`;
    case "tree":    return "X0 is a multiple of 8, and not 0";
    case "overlap": return `no byte of the device tree is one of the image's ${hex(imageBytes)}`;
    case "rest":    return "X1, X2 and X3 are 0";
    case "mmu":     return "the MMU is off, at its level";
    case "cache":   return "the data cache is off, at its level";
    case "order":   return "data is little-endian, at its level";
  }
}

function settingText(setting: Setting): string {
  switch (setting.kind) {
    case "copy":  return `what ${setting.of} has`;
    case "whole": return hex(setting.value);
    case "bits": {
      const texts = [bitsText(setting.ones, 1), bitsText(setting.zeros, 0)].filter((text) => text !== "");
      return `${texts.join("; ")}${setting.ifGic ? " (only if the GIC has system registers: ID_AA64PFR0_EL1.GIC is not 0)" : ""}`;
    }
  }
}

function bitsText(word: bigint, value: 0 | 1): string {
  const bits = Array.from({ length: 64 }, (_, low) => low).filter((low) => (word >> BigInt(low)) % 2n === 1n).reverse();
  if (bits.length === 0) return "";
  return bits.length === 1 ? `bit ${bits[0]} is ${value}` : `bits ${bits.join(", ")} are ${value}`;
}

function openText(open: string): string {
  if (open === "found") return "with those of D, A, I and F masked that are masked now";
  return open === "" ? "with D, A, I and F masked" : `with ${[..."DAIF"].filter((letter) => !open.includes(letter)).join(" and ")} masked, ${[...open].join(" and ")} not`;
}

/** Three lines at most, of a hundred columns or so. */
function entryLines([registers, treeBytes]: Entry): string[] {
  const words = [...Object.entries(registers).map(([name, value]) => `${name} ${hex(value)}`), `a tree of ${hex(treeBytes)} bytes`];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 108) lines.push(word);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}

export const entryText = (registers: Entry[0], treeBytes: bigint): string => entryLines([registers, treeBytes]).join(", ");

export function planText(plan: EntryPlan): string {
  if ("refused" in plan) return `{ refused: ${plan.refused} }`;
  const sets = plan.sets.map(([name, value]) => `["${name}", ${hex(value)}n]`).join(", ");
  const down = plan.down === undefined ? "" : `, down: { spsr: ${hex(plan.down.spsr)}n, elr: ${hex(plan.down.elr)}n }`;
  return `{ level: ${plan.level}, stack: "${plan.stack}", open: "${plan.open}", sets: [${sets}]${down}, tree: ${hex(plan.tree)}n }`;
}
