// Arrays. What changes an array stands apart, since a ReadonlyArray has not got it.

import type { LibraryType, MemberRow } from "./member";

const READ: readonly MemberRow[] = [
  // member       signature                                                           lowers to             traps      what it does
  ["slice",       "(start?: number, end?: number): T[]",                              "arrays#slice",       [],        "A new array of the elements from start to before end."],
  ["concat",      "(other: readonly T[]): T[]",                                       "arrays#concat",      [],        "A new array of both arrays' elements."],
  ["indexOf",     "(searchElement: T, fromIndex?: number): number",                   "arrays#indexOf",     [],        "Where the element first stands, or -1."],
  ["includes",    "(searchElement: T, fromIndex?: number): boolean",                  "arrays#includes",    [],        "Whether the element is in the array."],
  ["join",        "(separator?: string): string",                                     "arrays#join",        [],        "The elements as text, with a separator between them."],
  ["map",         "<U>(callbackfn: (value: T, index: number) => U): U[]",             "arrays#map",         [],        "A new array of what the function makes of each element."],
  ["filter",      "<S extends T>(predicate: (value: T, index: number) => value is S): S[]", "arrays#filter", [],       "A new array of the elements that the function takes."],
  ["filter",      "(predicate: (value: T, index: number) => boolean): T[]",           "arrays#filter",      [],        "A new array of the elements that the function takes."],
  ["forEach",     "(callbackfn: (value: T, index: number) => void): void",            "arrays#forEach",     [],        "Calls the function with each element."],
  ["some",        "(predicate: (value: T, index: number) => boolean): boolean",       "arrays#some",        [],        "Whether the function takes an element."],
  ["every",       "(predicate: (value: T, index: number) => boolean): boolean",       "arrays#every",       [],        "Whether the function takes every element."],
  ["find",        "<S extends T>(predicate: (value: T, index: number) => value is S): S | undefined", "arrays#find", [], "The first element that the function takes: of references only."],
  ["find",        "(predicate: (value: T, index: number) => boolean): T | undefined", "arrays#find",        [],        "The first element that the function takes: of references only."],
  ["findIndex",   "(predicate: (value: T, index: number) => boolean): number",        "arrays#findIndex",   [],        "Where the first element stands that the function takes, or -1."],
  ["reduce",      "<U>(callbackfn: (previousValue: U, currentValue: T, currentIndex: number) => U, initialValue: U): U", "arrays#reduce", [], "What the function makes of the initial value and each element in turn."],
];

const CHANGE: readonly MemberRow[] = [
  ["push",        "(...items: T[]): number",                                          "arrays#push",        ["memory"], "Puts elements behind the last; the new length."],
  ["pop",         "(): T | undefined",                                                "arrays#pop",         [],        "Takes the last element off: of references, or under `!` or `??`."],
  ["reverse",     "(): T[]",                                                          "arrays#reverse",     [],        "Turns the array round, and gives it back."],
  ["fill",        "(value: T, start?: number, end?: number): this",                   "arrays#fill",        [],        "Writes the value to the elements from start to before end."],
  ["sort",        "(compareFn: (a: T, b: T) => number): this",                        "sort#sort",          [],        "Sorts the array itself, keeping the order of equals."],
];

const LENGTH: MemberRow = ["length", "readonly length: number", "array length", [], "How many elements the array has."];

export const ARRAY: LibraryType = {
  name: "Array", parameters: "<T>",
  instance: [LENGTH, ...READ, ...CHANGE],
  statics: [
    ["new", "<T>(arrayLength: number): T[]", "filled array", ["length"], "So many elements: only directly under .fill(value)."],
  ],
};

export const READONLY_ARRAY: LibraryType = { name: "ReadonlyArray", parameters: "<T>", instance: [LENGTH, ...READ], statics: [] };
