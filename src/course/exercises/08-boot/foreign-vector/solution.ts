// The solution to a variant, as a student of the house would write it: what comes of reading each vector once.

import { whenWrong } from "./decide";
import { OTHERS, type VectorVariant } from "./variant";

export function vectorSolution(variant: VectorVariant): string {
  return `import type { BootQuestions } from "../../src/course/exercises/08-boot/questions";

interface Faults {
  /** Whatever the handler does. */
  readonly always: readonly string[];
  /** If the handler changes it. */
  readonly changed: readonly string[];
  /** If another exception is taken. */
  readonly nested: readonly string[];
}

const FAULTS: Readonly<Record<string, Faults>> = {
${variant.vectors.map(({ name }) => `  ${name}: ${faultsCode(variant, name)},`).join("\n")}
};

const ORDER = ${listCode([...variant.registers, ...OTHERS])};

export const foreignVector: BootQuestions["foreignVector"] = ({ vector, changes, nested }) => {
  const faults = FAULTS[vector];
  if (faults === undefined) return [];
  const wrong = new Set(faults.always);
  for (const name of faults.changed) if (changes.includes(name)) wrong.add(name);
  if (nested) for (const name of faults.nested) wrong.add(name);
  return ORDER.filter((name) => wrong.has(name));
};
`;
}

function faultsCode(variant: VectorVariant, vector: string): string {
  const { always, changed, nested } = whenWrong(variant, vector);
  return `{\n    always: ${listCode(always)},\n    changed: ${listCode(changed)},\n    nested: ${listCode(nested)},\n  }`;
}

const listCode = (names: readonly string[]): string => `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
