import type { FrontParts } from "../../src/compiler/front/parts";

/**
 * Numbers classes, so that "is it one of these?" becomes a comparison of numbers. `bases` says for each class which of the
 * list it is derived from (undefined: from none); a base may stand behind its heirs. Numbers go from `first` on, each class
 * has its own, none is left out; and those of a class and everything derived from it, over any number of steps, are
 * `number` to `lastHeir` of its row: no more and no less.
 */
export const numberClasses: FrontParts["numberClasses"] = (bases, first) => {
  const heirs = bases.map((): number[] => []);
  bases.forEach((base, heir) => { if (base !== undefined) heirs[base]!.push(heir); });

  const rows = bases.map(() => ({ number: 0, lastHeir: 0 }));
  let next = first;
  const visit = (each: number): void => {
    const number = next++;
    heirs[each]!.forEach(visit);
    rows[each] = { number, lastHeir: next - 1 };
  };
  bases.forEach((base, each) => { if (base === undefined) visit(each); });
  return rows;
};
