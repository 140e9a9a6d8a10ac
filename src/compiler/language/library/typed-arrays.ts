// Typed arrays: seven of them, alike but for what an element is.

import type { LibraryType, MemberRow } from "./member";

const members = (name: string, element: "number" | "bigint"): readonly MemberRow[] => [
  // member       signature                                               lowers to                     traps      what it does
  ["length",      "readonly length: number",                              "view length",                [],        "How many elements there are."],
  ["byteLength",  "readonly byteLength: number",                          "view bytes",                 [],        "How many bytes the elements take."],
  ["set",         `(array: ArrayLike<${element}>, offset?: number): void`, "typed-arrays#set",          ["index"], "Copies the elements of an array to an index; they may overlap."],
  ["subarray",    `(begin?: number, end?: number): ${name}`,              "typed-arrays#subarray",      [],        "The elements from begin to before end, the same memory."],
  ["slice",       `(start?: number, end?: number): ${name}`,              "typed-arrays#slice",         [],        "A copy of the elements from start to before end."],
  ["fill",        `(value: ${element}, start?: number, end?: number): this`, "typed-arrays#fill",       [],        "Writes the value to the elements from start to before end."],
  ["indexOf",     `(searchElement: ${element}, fromIndex?: number): number`, "typed-arrays#indexOf",    [],        "Where the element first stands, or -1."],
];

const constructors = (name: string, element: "number" | "bigint"): readonly MemberRow[] => [
  ["new",               `(length: number): ${name}`,                      `typed-arrays#new${name}`,    ["length"], "So many zeros."],
  ["new",               `(array: ArrayLike<${element}>): ${name}`,        `typed-arrays#new${name}From`, [],       "A copy of the elements, each cut to the element's bits."],
  ["BYTES_PER_ELEMENT", "readonly BYTES_PER_ELEMENT: number",             "element bytes",              [],        "How many bytes an element takes."],
];

const typedArray = (name: string, element: "number" | "bigint"): LibraryType =>
  ({ name, parameters: "", instance: members(name, element), statics: constructors(name, element) });

/** What an element of each is: how wide, and whether a sign. */
export const ELEMENTS = {
  // typed array    width
  Uint8Array:     "u8",
  Int8Array:      "s8",
  Uint16Array:    "u16",
  Int16Array:     "s16",
  Uint32Array:    "u32",
  Int32Array:     "s32",
  BigUint64Array: "u64",
} as const;

export type TypedArrayName = keyof typeof ELEMENTS;

export const TYPED_ARRAYS: readonly LibraryType[] =
  Object.entries(ELEMENTS).map(([name, width]) => typedArray(name, width === "u64" ? "bigint" : "number"));
