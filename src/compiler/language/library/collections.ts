// Map and Set: classes of the runtime, written in kernel TypeScript. Their order is that of insertion, as JavaScript's is.

import type { LibraryType, MemberRow } from "./member";

const READ_MAP: readonly MemberRow[] = [
  // member    signature                                              lowers to                  traps       what it does
  ["size",     "readonly size: number",                               "maps#KernelMap.size",     [],         "How many keys there are."],
  ["has",      "(key: K): boolean",                                   "maps#KernelMap.has",      [],         "Whether the key is there."],
  ["get",      "(key: K): V | undefined",                             "maps#KernelMap.get",      ["key"],    "The key's value: of references, or under `!` (which traps) or `??`."],
  ["forEach",  "(callbackfn: (value: V, key: K) => void): void",      "maps#KernelMap.forEach",  [],         "Calls the function with each value and key."],
  ["entries",  "(): MapIterator<[K, V]>",                             "iterate",                 [],         "For for...of and spread: pairs."],
  ["keys",     "(): MapIterator<K>",                                  "iterate",                 [],         "For for...of and spread: keys."],
  ["values",   "(): MapIterator<V>",                                  "iterate",                 [],         "For for...of and spread: values."],
];

const CHANGE_MAP: readonly MemberRow[] = [
  ["set",      "(key: K, value: V): this",                            "maps#KernelMap.set",      ["memory"], "Gives the key a value."],
  ["delete",   "(key: K): boolean",                                   "maps#KernelMap.delete",   [],         "Takes the key away; whether it was there."],
  ["clear",    "(): void",                                            "maps#KernelMap.clear",    [],         "Takes every key away."],
];

export const MAP: LibraryType = {
  name: "Map", parameters: "<K, V>", runtimeClass: "maps#KernelMap",
  instance: [...READ_MAP, ...CHANGE_MAP],
  statics: [
    ["new",      "<K, V>(): Map<K, V>",                                 "maps#KernelMap",          [],         "An empty map: the key is a primitive or a reference."],
  ],
};

export const READONLY_MAP: LibraryType =
  { name: "ReadonlyMap", parameters: "<K, V>", runtimeClass: "maps#KernelMap", instance: READ_MAP, statics: [] };

const READ_SET: readonly MemberRow[] = [
  ["size",     "readonly size: number",                               "maps#KernelSet.size",     [],         "How many elements there are."],
  ["has",      "(value: T): boolean",                                 "maps#KernelSet.has",      [],         "Whether the element is there."],
  ["forEach",  "(callbackfn: (value: T) => void): void",              "maps#KernelSet.forEach",  [],         "Calls the function with each element."],
  ["values",   "(): SetIterator<T>",                                  "iterate",                 [],         "For for...of and spread: elements."],
];

const CHANGE_SET: readonly MemberRow[] = [
  ["add",      "(value: T): this",                                    "maps#KernelSet.add",      ["memory"], "Puts the element in."],
  ["delete",   "(value: T): boolean",                                 "maps#KernelSet.delete",   [],         "Takes the element out; whether it was there."],
  ["clear",    "(): void",                                            "maps#KernelSet.clear",    [],         "Takes every element out."],
];

export const SET: LibraryType = {
  name: "Set", parameters: "<T>", runtimeClass: "maps#KernelSet",
  instance: [...READ_SET, ...CHANGE_SET],
  statics: [
    ["new",      "<T>(): Set<T>",                                       "maps#KernelSet",          [],         "An empty set."],
  ],
};

export const READONLY_SET: LibraryType =
  { name: "ReadonlySet", parameters: "<T>", runtimeClass: "maps#KernelSet", instance: READ_SET, statics: [] };
