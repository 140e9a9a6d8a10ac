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
  const byAddress = new Map(heap.map((object) => [object.address, object]));
  const marked = new Set<number>();
  const waiting = roots.map((root) => around(heap, root));
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object === undefined || marked.has(object.address)) continue;
    marked.add(object.address);
    for (const reference of object.references) waiting.push(byAddress.get(reference));
  }
  return [...marked].sort((a, b) => a - b);
};

type Heap = Parameters<CompilerQuestions["mark"]>[0];

/** The object that the address is in. */
function around(heap: Heap, address: number): Heap[number] | undefined {
  let [low, high] = [0, heap.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heap[middle]!.address <= address) low = middle + 1;
    else high = middle;
  }
  const object = heap[low - 1];
  return object !== undefined && address < object.address + object.bytes ? object : undefined;
}
