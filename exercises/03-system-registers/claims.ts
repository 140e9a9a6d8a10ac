import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/**
 * The features that a processor claims: of `rows`, in their order, the names of those that its ID registers say it has.
 * `registers` holds the ID registers by name. One that is not there was not thought of when the processor was built, and
 * reads as zero.
 *
 * A row { feature, register, low, atLeast, signed } is about the four bits of the register from bit `low` on. The
 * processor has the feature if they are `atLeast` or more: a larger number is a later version, which has all that the
 * earlier ones had. Where `signed` is true they are a number in two's complement, and 0b1111 is -1.
 */
export const claims: SystemQuestions["claims"] = (registers, rows) => {
  throw new Error(`Return which of ${rows.map(({ feature }) => feature).join(", ")} are claimed by ${Object.keys(registers).join(", ")}.`);
};
