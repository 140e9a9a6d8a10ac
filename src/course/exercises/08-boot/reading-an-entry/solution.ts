// The solution to a variant, as a student of the house would write it.

import type { Check, EntryVariant, Setting } from "./variant";

export function entrySolution(variant: EntryVariant): string {
  const { kernel, checks, settings, stack, open, goesOnAt, base } = variant;
  const needsBits = settings.some(({ kind }) => kind === "bits");
  const needsTree = checks.some(({ check }) => check === "overlap");
  return `import type { BootQuestions } from "../../src/course/exercises/08-boot/questions";

type Registers = Parameters<BootQuestions["planEntry"]>[0];

${needsTree ? `/** The ${kernel}'s image. */\nconst IMAGE_BYTES = ${hex(variant.imageBytes)};\n` : ""}/** Where the ${kernel} has physical address 0. */
const BASE = ${hex(base)};

const isSet = (word: bigint, bit: bigint): boolean => ((word >> bit) & 1n) === 1n;

export const planEntry: BootQuestions["planEntry"] = (registers${needsTree ? ", treeBytes" : ""}) => {
  const read = (name: string): bigint => registers[name] ?? 0n;
  const refused = refusal(read${needsTree ? ", treeBytes" : ""});
  if (refused !== undefined) return { refused };

  const level = levelOf(read);
  const daif = read("DAIF");
  const open = (["D", "A", "I", "F"] as const).filter((_, i) => !isSet(daif, 9n - BigInt(i))).join("");
  const stack = read("SPSel") === 0n ? "SP_EL0" : \`SP_EL\${level}\`;
  const tree = BASE + read("X0");
  if (level === 1) return { level, stack, open, sets: [], tree };
  const down = { spsr: ${open === "found" ? "daif" : hex(masksOf(open))} | ${stack === "SP_EL0" ? "4n" : "5n"}, elr: read("PC") + ${hex(goesOnAt)} };
  return { level, stack, open, sets: settings(registers), down, tree };
};

const levelOf = (read: (name: string) => bigint): number => Number((read("CurrentEL") >> 2n) & 3n);

function refusal(read: (name: string) => bigint${needsTree ? ", treeBytes: bigint" : ""}): number | undefined {
  const level = levelOf(read);
  const [image, tree] = [read("PC"), read("X0")];
  const control = read(\`SCTLR_EL\${level}\`);
${checks.map(({ check, code }) => `  if (${failsCode(check, variant)}) return ${code};`).join("\n")}
  return undefined;
}

function settings(registers: Registers): [string, bigint][] {
  const sets: [string, bigint][] = [];
  const set = (name: string, value: bigint): void => {
    if (registers[name] !== value) sets.push([name, value]);
  };
${needsBits ? `  const bits = (name: string, ones: bigint, zeros: bigint): void => { set(name, ((registers[name] ?? 0n) | ones) & ~zeros); };\n` : ""}${
  settings.map((setting) => `  ${settingCode(setting)}`).join("\n")}
  return sets;
}
`;
}

const hex = (value: bigint): string => `0x${value.toString(16)}n`;

const masksOf = (open: string): bigint => [..."DAIF"].reduce((word, letter, i) => (open.includes(letter) ? word : word + (1n << BigInt(9 - i))), 0n);

function failsCode(check: Check, { alignment, offset }: EntryVariant): string {
  switch (check) {
    case "level":   return "level !== 1 && level !== 2";
    case "place":   return offset === 0n ? `image % ${hex(alignment)} !== 0n` : `(image - ${hex(offset)}) % ${hex(alignment)} !== 0n`;
    case "tree":    return "tree === 0n || tree % 8n !== 0n";
    case "overlap": return "tree < image + IMAGE_BYTES && image < tree + treeBytes";
    case "rest":    return `(read("X1") | read("X2") | read("X3")) !== 0n`;
    case "mmu":     return "isSet(control, 0n)";
    case "cache":   return "isSet(control, 2n)";
    case "order":   return "isSet(control, 25n)";
  }
}

function settingCode(setting: Setting): string {
  const { register } = setting;
  switch (setting.kind) {
    case "copy":  return `set("${register}", registers["${setting.of}"] ?? 0n);`;
    case "whole": return `set("${register}", ${hex(setting.value)});`;
    case "bits": {
      const call = `bits("${register}", ${hex(setting.ones)}, ${hex(setting.zeros)});`;
      return setting.ifGic ? `if ((((registers["ID_AA64PFR0_EL1"] ?? 0n) >> 24n) & 15n) !== 0n) ${call}` : call;
    }
  }
}
