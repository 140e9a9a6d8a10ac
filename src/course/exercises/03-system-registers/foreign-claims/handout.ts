// The question as the student reads it, made from the variant alone.

import { Draw } from "../../draw";
import { readClaims } from "./read";
import type { ClaimsVariant, IdField } from "./variant";

/** The registers that the handout explains; always the same ones, for they are part of the question. */
export function exampleIds(variant: ClaimsVariant): bigint[] {
  const draw = new Draw(JSON.stringify(variant));
  return [0n, 0xffff_ffff_ffff_ffffn, ...draw.times(4, () => drawId(draw, variant))];
}

/** Fields with numbers that are near to what matters; anything in between. */
export function drawId(draw: Draw, { fields }: ClaimsVariant): bigint {
  return fields.reduce((id, { high, low, field }) => {
    const bits = high - low + 1;
    const near = field.kind === "versions" ? draw.between(-3, 5) : draw.bits(bits);
    const value = BigInt.asUintN(bits, BigInt(draw.pick([near, near, draw.bits(bits)])));
    return (id & ~(((1n << BigInt(bits)) - 1n) << BigInt(low))) | (value << BigInt(low));
  }, draw.bigBits(64));
}

export function claimsHandout(variant: ClaimsVariant): string {
  return [
    `The ${variant.processor} is a processor that was never built. It has one ID register, of 64 bits:`,
    "",
    ...indented(variant.fields.flatMap(({ high, low, field }) => linesOf(high === low ? String(low) : `${high}:${low}`, field))),
    "",
    "A field is a number; those that are signed are in two's complement. Larger numbers than those of the table, and numbers",
    "between them, are versions like any others: what is there from 2 on is there at 3, too. Bits that are in no field are",
    "kept for processors to come, and say nothing today.",
    "",
    "Write `foreignClaims(id)`: what a processor has whose ID register is `id`, as an array of strings in any order. For",
    "example:",
    "",
    ...indented(exampleIds(variant).flatMap((id) => [idText(id), `    ${readClaims(variant, id).join(", ")}`])),
  ].join("\n");
}

export const idText = (id: bigint): string => `0x${id.toString(16).padStart(16, "0")}`;

function linesOf(place: string, field: IdField): string[] {
  const first = place.padEnd(5);
  const rest = " ".repeat(5);
  switch (field.kind) {
    case "versions":
      return field.has.map(([atLeast, feature], i) =>
        `${i === 0 ? first : rest}  ${(i === 0 ? field.signed ? "signed" : "unsigned" : "").padEnd(8)}  from ${String(atLeast).padStart(2)} on: "${feature}"`);
    case "missing": return [`${first}  a bit     0: "${field.feature}"`];
    case "depends": return [`${first}  a bit     1, where there is "${field.on}", too: "${field.feature}"`];
    case "count": return [`${first}  unsigned  n: there are ${field.as} ${field.things}, as "${field.as === "n + 1" ? 4 : 8} ${field.things}" if n is 3`];
  }
}

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
