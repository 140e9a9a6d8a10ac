import type { FrontParts } from "../../src/compiler/front/parts";

/**
 * Numbers classes, so that "is it one of these?" becomes a comparison of numbers. `bases` says for each class which of the
 * list it is derived from (undefined: from none); a base may stand behind its heirs. Numbers go from `first` on, each class
 * has its own, none is left out; and those of a class and everything derived from it, over any number of steps, are
 * `number` to `lastHeir` of its row: no more and no less.
 */
export const numberClasses: FrontParts["numberClasses"] = (bases, first) => {
  throw new Error(`Return { number, lastHeir } of each of ${bases.length} classes, from ${first} on.`);
};
