// Numbers for classes: a class's heirs follow it, so that "is it one of them" is a comparison.

import type { ClassNumbers } from "./parts";

/** `bases` says of each class which of the list it is derived from. */
export function numberClasses(
  bases: readonly (number | undefined)[], first: number,
): ClassNumbers[] {
  const heirs = new Map<number | undefined, number[]>();
  bases.forEach((base, each) => heirs.set(base, [...(heirs.get(base) ?? []), each]));
  const rows: ClassNumbers[] = [];
  let next = first;
  const visit = (each: number): void => {
    const number = next++;
    (heirs.get(each) ?? []).forEach(visit);
    rows[each] = { number, lastHeir: next - 1 };
  };
  (heirs.get(undefined) ?? []).forEach(visit);
  return rows;
}
