// A simulated machine for the runtime's own tests: 16 MiB, with a class table as the linker makes
// it, a few words of variables, a stack and a heap.

import { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { BUILT_IN, type Shape } from "../../../src/formats/objects/layout";
import type { ClassInfo, Datum } from "../../../src/compiler/ir/program";
import { classTable } from "../../../src/compiler/link/class-table";
import { relocateData } from "../../../src/compiler/link/relocate";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { initializeHeap } from "../../../src/unikernel/runtime/allocate";
import { collectFrom } from "../../../src/unikernel/runtime/collect";

const MIB = 1 << 20;
const BASE = 0x4020_0000n;

/** What shape each built-in class has, by src/formats/objects/layout.ts. */
const SHAPE_OF: Readonly<Record<(typeof BUILT_IN)[number], Shape>> = {
  "string": "string", "words": "words", "references": "references", "bytes": "bytes",
  "array of words": "array", "array of references": "array",
  "cell of a word": "instance", "cell of a reference": "instance",
  "Uint8Array": "view", "Int8Array": "view", "Uint16Array": "view", "Int16Array": "view",
  "Uint32Array": "view", "Int32Array": "view", "BigUint64Array": "view",
};

const builtIn = BUILT_IN.map((name, number): ClassInfo => ({
  name, shape: SHAPE_OF[name], size: 16, lastHeir: number,
  references: name === "cell of a reference" ? [false, true] : [],
}));

/** An instance with `fields` words, of which those in `references` refer to objects. */
export function instanceClass(name: string, number: number, fields: number, references: readonly number[]): ClassInfo {
  const map = Array.from({ length: 1 + fields }, (_, word) => references.includes(word - 1));
  return { name, shape: "instance", size: 8 + 8 * fields, lastHeir: number, references: map };
}

export const FIRST_OWN_CLASS = BUILT_IN.length;

export interface Simulation {
  readonly metal: SimulatedMetal;
  /** Words that stand for the variables of modules. */
  readonly variables: bigint;
  /** Words that stand for the stack. */
  readonly stack: bigint;
}

/** Puts data into the static memory, and says where it is. */
export function placeData(metal: SimulatedMetal, data: readonly Datum[]): void {
  for (const { symbol, bytes } of data) {
    const address = metal.reserve(bytes.length);
    metal.symbols.set(symbol, address);
    if (symbol.startsWith("link/")) metal.symbols.set(`${symbol}-end`, address + BigInt(bytes.length));
  }
  for (const { symbol, bytes, relocations } of data) {
    const own = bytes.slice();
    relocateData(own, relocations, (name) => metal.symbol(name));
    metal.bytes.set(own, Number(metal.symbol(symbol) - metal.base));
  }
}

const WORDS = 4096;

/** From now on kernel code runs on this. */
export function simulate(heapBytes: number, classes: readonly ClassInfo[] = []): Simulation {
  const metal = new SimulatedMetal(BASE, 16 * MIB, 4 * MIB);
  hostMetal(metal);
  placeData(metal, classTable([...builtIn, ...classes]));
  const variables = metal.reserve(8 * WORDS);
  const stack = metal.reserve(8 * WORDS);
  const place = (name: string, begin: bigint, bytes: number): void => {
    metal.symbols.set(`link/${name}`, begin);
    metal.symbols.set(`link/${name}-end`, begin + BigInt(bytes));
  };
  place("image", BASE, 0);
  place("data", variables, 8 * WORDS);
  place("bss", variables, 0);
  place("stack", stack, 8 * WORDS);
  place("heap", BASE + BigInt(5 * MIB), heapBytes);
  initializeHeap(metal.symbol("link/heap"), metal.symbol("link/heap-end"));
  metal.frame = stack;
  metal.collect = () => { collectFrom(stack); };
  return { metal, variables, stack };
}
