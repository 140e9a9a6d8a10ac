// Random programs that overwrite themselves, compiled and interpreted: `npm test` has a few (test/machine/jit/random-programs).

import { TRANSLATIONS } from "../../machine/cpu/fuzz";
import { compareEngines } from "../../machine/jit/random-programs";

/** How many are compared before it is said how far they have come. */
const AT_ONCE = 1000;

export function tryPrograms(slice: number, count: number): string[] {
  Error.stackTraceLimit = 0; // Each fault of the guest's is an Error, and its stack nobody reads.
  const wrong: string[] = [];
  const each = Math.ceil(count / TRANSLATIONS.length);
  TRANSLATIONS.forEach((translation, i) => {
    for (let done = 0; done < each; done += AT_ONCE) {
      const begin = Date.now();
      const some = Math.min(AT_ONCE, each - done);
      const seed = 1_000_000 * (1 + i) + count * slice + done;
      const { different, retired, compiled } = compareEngines(some, seed, translation);
      wrong.push(...different.map((own) => `program ${own}, translation ${i}: ends otherwise`));
      console.log(`translation ${i}: ${some} programs, ${retired} instructions, ${((100 * compiled) / retired).toFixed(0)} % compiled, ${Math.round((Date.now() - begin) / 1000)} s`);
    }
  });
  return wrong;
}
