// Tables that the linker puts beside the code, and the runtime reads. An offset counts bytes from
// the image's first byte; rows are sorted by their first field.
//
//   handlers    where a call returns to that stands in a try block, and where an exception of it
//               goes on
//   functions   each function's first byte, and what a stack trace calls it and its file: offsets
//               of string objects
//   calls       where each call returns to, and the line of the call

/** 32 bits each. */
export const HANDLER_ROW = { returnsTo: 0, handler: 4, bytes: 8 } as const;
export const FUNCTION_ROW = { begin: 0, title: 4, file: 8, bytes: 12 } as const;
export const CALL_ROW = { returnsTo: 0, line: 4, bytes: 8 } as const;

/** Symbols that the linker defines, for start-up code, collector and panic. */
export const LINKER_SYMBOLS = [
  "link/image", "link/text-end",
  "link/rodata", "link/rodata-end",
  "link/data", "link/data-end", "link/bss", "link/bss-end",
  "link/classes", "link/classes-end", "link/handlers", "link/handlers-end",
  "link/functions", "link/functions-end", "link/calls", "link/calls-end",
  "link/stack", "link/stack-end", "link/heap", "link/heap-end",
] as const;

export type LinkerSymbol = (typeof LINKER_SYMBOLS)[number];
