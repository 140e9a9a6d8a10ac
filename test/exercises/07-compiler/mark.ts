import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["keeps the roots alone",         "for (const reference of object.references) waiting.push(byAddress.get(reference));", ""],
    ["wants first bytes of roots",    "roots.map((root) => around(heap, root))",      "roots.map((root) => byAddress.get(root))"],
    ["has objects without an end",    "object !== undefined && address < object.address + object.bytes", "object !== undefined"],
    ["has the end inside",            "address < object.address + object.bytes",      "address <= object.address + object.bytes"],
    ["has the first byte outside",    "heap[middle]!.address <= address",             "heap[middle]!.address < address"],
    ["sorts as text",                 "sort((a, b) => a - b)",                        "sort()"],
    ["does not sort",                 ".sort((a, b) => a - b)",                       ""],
    ["runs in circles",               "|| marked.has(object.address)",                ""],
    ["stops at a null",               "if (object === undefined || marked.has(object.address)) continue;", "if (object === undefined) break;\n    if (marked.has(object.address)) continue;"],
    ["follows the first reference",   "of object.references)",                        "of object.references.slice(0, 1))"],
    ["keeps everything",              "const waiting = roots.map((root) => around(heap, root));", "const waiting: (Heap[number] | undefined)[] = [...heap, around(heap, roots.length)];"],
  ],
  wrongFiles: {
    "calls itself for each object": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const mark: CompilerQuestions["mark"] = (heap, roots) => {
        const byAddress = new Map(heap.map((object) => [object.address, object]));
        const marked = new Set<number>();
        const visit = (address: number): void => {
          const object = byAddress.get(address);
          if (object === undefined || marked.has(address)) return;
          marked.add(address);
          for (const reference of object.references) visit(reference);
        };
        for (const root of roots) for (const { address, bytes } of heap) if (root >= address && root < address + bytes) visit(address);
        return [...marked].sort((a, b) => a - b);
      };`,
  },
  right: {
    "by looking through the heap for each root": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      export const mark: CompilerQuestions["mark"] = (heap, roots) => {
        const places = new Map(heap.map(({ address }, i) => [address, i]));
        const isMarked = heap.map(({ address, bytes }) => roots.some((root) => address <= root && root < address + bytes));
        const waiting = [...isMarked.keys()].filter((i) => isMarked[i]);
        for (let i = waiting.shift(); i !== undefined; i = waiting.shift()) {
          for (const reference of heap[i]!.references) {
            const place = places.get(reference);
            if (place === undefined || isMarked[place]) continue;
            isMarked[place] = true;
            waiting.push(place);
          }
        }
        return heap.flatMap(({ address }, i) => (isMarked[i] ? [address] : []));
      };`,
  },
};
