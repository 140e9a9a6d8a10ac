import type { BootQuestions } from "../../src/course/exercises/08-boot/questions";

interface Faults {
  /** Whatever the handler does. */
  readonly always: readonly string[];
  /** If the handler changes it. */
  readonly changed: readonly string[];
  /** If another exception is taken. */
  readonly nested: readonly string[];
}

const FAULTS: Readonly<Record<string, Faults>> = {
  disk: {
    always: ["v0", "v1"],
    changed: ["h3", "v2", "v3"],
    nested: ["pc", "status"],
  },
  fault: {
    always: ["h5", "stack"],
    changed: ["h3", "v1"],
    nested: ["status"],
  },
};

const ORDER = ["h0", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "v0", "v1", "v2", "v3", "sp", "stack", "pc", "status"];

export const foreignVector: BootQuestions["foreignVector"] = ({ vector, changes, nested }) => {
  const faults = FAULTS[vector];
  if (faults === undefined) return [];
  const wrong = new Set(faults.always);
  for (const name of faults.changed) if (changes.includes(name)) wrong.add(name);
  if (nested) for (const name of faults.nested) wrong.add(name);
  return ORDER.filter((name) => wrong.has(name));
};
