/** What bits of a word mean in a row: the names of its fields, and what stands in them. */
import type { Cube } from "../../../machine/decoder/cube";
import type { Row } from "../../../machine/decoder/row";
import { patternOf } from "../word/word-layout";

/** The fields that have some of `bits`. */
export function fieldNames({ fields }: Row, bits: number): readonly string[] {
  return fields.filter(({ shift, width }) => (bits & ((2 ** width - 1) * 2 ** shift)) !== 0).map(({ name }) => name);
}

/** What a set of words says in `names` of its row's fields: "sf=1", "Rd=00000"; an x where a bit is open. */
export function inFields({ fields }: Row, cube: Cube, names: readonly string[]): readonly string[] {
  const pattern = patternOf(cube);
  return fields.filter(({ name }) => names.includes(name)).map(({ name, shift, width }) => `${name}=${pattern.slice(32 - shift - width, 32 - shift)}`);
}
