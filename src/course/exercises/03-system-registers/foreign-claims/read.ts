// What the processor of a variant claims: the reference, which reads a field as text.

import type { ClaimsVariant, IdField } from "./variant";

/** In the order of the fields. */
export function readClaims({ fields }: ClaimsVariant, id: bigint): string[] {
  const bits = id.toString(2).padStart(64, "0");
  const read = fields.map(({ high, low, field }) => ({ field, text: bits.slice(63 - high, 64 - low) }));
  const claimed = read.flatMap(({ field, text }) => claimsOf(field, text));
  return claimed.filter((feature) => {
    const on = fields.map(({ field }) => field).find((field) => field.kind === "depends" && field.feature === feature);
    return on?.kind !== "depends" || claimed.includes(on.on);
  });
}

/** Whatever they depend on. */
function claimsOf(field: IdField, text: string): string[] {
  const n = Number.parseInt(text, 2);
  switch (field.kind) {
    case "versions": {
      const version = field.signed && text.startsWith("1") ? n - 2 ** text.length : n;
      return field.has.filter(([atLeast]) => version >= atLeast).map(([, feature]) => feature);
    }
    case "missing": return text === "0" ? [field.feature] : [];
    case "depends": return text === "1" ? [field.feature] : [];
    case "count": return [`${field.as === "n + 1" ? n + 1 : 2 ** n} ${field.things}`];
  }
}
