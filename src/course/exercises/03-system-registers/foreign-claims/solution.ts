// The solution to a variant, as a student of the house would write it.

import type { ClaimsVariant, PlacedField } from "./variant";

export function claimsSolution({ processor, fields }: ClaimsVariant): string {
  return `import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/** What a ${processor} has. */
export const foreignClaims: SystemQuestions["foreignClaims"] = (id) => {
  const unsigned = (high: number, low: number): number => Number(BigInt.asUintN(high - low + 1, id >> BigInt(low)));
  const signed = (high: number, low: number): number => Number(BigInt.asIntN(high - low + 1, id >> BigInt(low)));
  const features: string[] = [];
  const claim = (holds: boolean, feature: string): void => { if (holds) features.push(feature); };

${[...fields].sort(dependingLast).flatMap(linesOf).map((line) => `  ${line}`).join("\n")}
  return features;
};
`;
}

const dependingLast = (a: PlacedField, b: PlacedField): number => Number(a.field.kind === "depends") - Number(b.field.kind === "depends");

function linesOf({ high, low, field }: PlacedField): string[] {
  const unsigned = `unsigned(${high}, ${low})`;
  switch (field.kind) {
    case "versions":
      return field.has.map(([atLeast, feature]) => `claim(${field.signed ? `signed(${high}, ${low})` : unsigned} >= ${atLeast}, "${feature}");`);
    case "missing": return [`claim(${unsigned} === 0, "${field.feature}");`];
    case "depends": return [`claim(${unsigned} === 1 && features.includes("${field.on}"), "${field.feature}");`];
    case "count": return [`features.push(\`\${${field.as === "n + 1" ? `${unsigned} + 1` : `2 ** ${unsigned}`}} ${field.things}\`);`];
  }
}
