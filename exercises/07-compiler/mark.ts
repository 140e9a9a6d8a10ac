import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * What a collector must keep: the addresses of all objects that are reached, in ascending order. `heap` is sorted by address.
 * `roots` are words from the stack, of which nobody knows what they are: one that is the address of an object, or of any byte
 * inside of one, keeps it alive; all others mean nothing. In objects the collector knows its way: each of `references` is the
 * address of an object's first byte, or one outside of the heap (0 among them), which it leaves alone.
 *
 * A list may have a hundred thousand objects: a function that calls itself for each will not do.
 */
export const mark: CompilerQuestions["mark"] = (heap, roots) => {
  throw new Error(`Return the addresses of what ${roots.length} roots keep alive, of ${heap.length} objects.`);
};
