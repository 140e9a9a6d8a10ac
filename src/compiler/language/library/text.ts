// Strings, numbers, words and truth: the members of primitive values.

import type { LibraryType } from "./member";

export const STRING: LibraryType = {
  name: "String", parameters: "",
  instance: [
    // member       signature                                             lowers to                traps     what it gives
    ["length",      "readonly length: number",                            "string length",         [],       "How many codes the string has."],
    ["charCodeAt",  "(index: number): number",                            "char code",             ["index"], "The code at an index, 0 to 255."],
    ["slice",       "(start?: number, end?: number): string",             "strings#slice",         [],       "The codes from start to before end; negative ones count from the end."],
    ["indexOf",     "(searchString: string, position?: number): number",  "strings#indexOf",       [],       "Where the text first stands, or -1."],
    ["includes",    "(searchString: string, position?: number): boolean", "strings#includes",      [],       "Whether the text stands in the string."],
    ["startsWith",  "(searchString: string, position?: number): boolean", "strings#startsWith",    [],       "Whether the text stands at a position, 0 unless told."],
    ["endsWith",    "(searchString: string, endPosition?: number): boolean", "strings#endsWith",   [],       "Whether the text stands before a position, the end unless told."],
    ["padStart",    "(maxLength: number, fillString?: string): string",   "strings#padStart",      ["length"], "The string, filled up in front to a length."],
    ["padEnd",      "(maxLength: number, fillString?: string): string",   "strings#padEnd",        ["length"], "The string, filled up behind to a length."],
    ["repeat",      "(count: number): string",                            "strings#repeat",        ["length"], "The string, count times."],
    ["trim",        "(): string",                                         "strings#trim",          [],       "The string without white space at both ends."],
    ["split",       "(separator: string): string[]",                      "strings#split",         [],       "The texts between the separators."],
  ],
  statics: [
    ["call",         "(value: string | number | bigint | boolean): string", "text of",             [],       "The value as text, in base ten."],
    ["fromCharCode", "(code: number): string",                            "strings#fromCharCode",  ["code"], "The string of one code, 0 to 255."],
  ],
};

export const NUMBER: LibraryType = {
  name: "Number", parameters: "",
  instance: [
    ["toString",         "(radix?: number): string",   "text#numberToText", ["length"], "The number as text, in a base of 2 to 36."],
  ],
  statics: [
    ["call",             "(value: bigint | number): number", "word to number", ["unsafe"], "The word as a number."],
    ["MAX_SAFE_INTEGER", "readonly MAX_SAFE_INTEGER: number", "largest safe", [], "2^53 - 1."],
    ["MIN_SAFE_INTEGER", "readonly MIN_SAFE_INTEGER: number", "least safe",   [], "-(2^53 - 1)."],
  ],
};

export const BIGINT: LibraryType = {
  name: "BigInt", parameters: "",
  instance: [
    ["toString", "(radix?: number): string", "text#wordToText", ["length"], "The word as text, in a base of 2 to 36."],
  ],
  statics: [
    ["call",    "(value: number | bigint): bigint",       "number to word", ["word"], "The number, which is not negative, as a word."],
    ["asUintN", "(bits: number, int: bigint): bigint",    "low bits",       [],       "The lowest bits of a sum, a product or a word."],
  ],
};

export const BOOLEAN: LibraryType = { name: "Boolean", parameters: "", instance: [], statics: [] };
