// Math, console and Error.

import type { LibraryType } from "./member";

/** Its argument of trunc and floor is a division, which stands nowhere else. */
export const MATH: LibraryType = {
  name: "Math", parameters: "", instance: [],
  statics: [
    // member   signature                        lowers to               traps       what it gives
    ["trunc",   "(x: number): number",           "divide towards zero",  ["divide"], "A quotient without its fraction."],
    ["floor",   "(x: number): number",           "divide downwards",     ["divide"], "The greatest integer that is not above a quotient."],
    ["min",     "(first: number, ...others: number[]): number", "min",   [],         "The least of one number or more."],
    ["max",     "(first: number, ...others: number[]): number", "max",   [],         "The greatest of one number or more."],
    ["abs",     "(x: number): number",           "absolute",             [],         "The number without its sign."],
    ["sign",    "(x: number): number",           "sign",                 [],         "-1, 0 or 1."],
    ["imul",    "(x: number, y: number): number", "multiply 32",         [],         "The product's lowest 32 bits, signed."],
    ["clz32",   "(x: number): number",           "leading zeros 32",     [],         "How many of 32 bits are 0 above the highest 1."],
  ],
};

export const CONSOLE: LibraryType = {
  name: "console", parameters: "", instance: [],
  statics: [
    ["log",     "(text: string): void",          "console#log",          [],         "Writes the text and a newline."],
  ],
};

export const ERROR: LibraryType = {
  name: "Error", parameters: "", runtimeClass: "errors#KernelError",
  instance: [
    ["message", "readonly message: string",      "errors#KernelError.message", [],   "What the constructor was given, or \"\"."],
  ],
  statics: [
    ["new",     "(message?: string): Error",     "errors#KernelError",   [],         "An error, to throw or to derive from."],
  ],
};
