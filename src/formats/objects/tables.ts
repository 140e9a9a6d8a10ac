// Tables that the linker puts beside the code, and the runtime reads. An offset counts bytes from
// the image's first byte.
//
//   handlers    where a call returns to that stands in a try block, and where an exception of it
//               goes on; sorted by the first
//   trace       what a stack trace wants, packed, which a kernel moves out of the way: a header,
//               pairs of codes, and a record for each function, in the order of their addresses
//
// A text is packed: a code from FIRST_PAIR on stands for a pair of codes, and each of the two may
// again; RAW_CODE, for the byte behind it. A count has seven bits a byte, the lowest first; bit 7
// says that more come. A record of the trace:
//
//   count   how many words its first instruction is behind the one of the record before (of the
//           first record: behind the image's first byte)
//   count   bytes of the record behind this count
//   count   twice the length of what its title has in common with the title before; and 1 if its
//           file is not the file before
//   text    the rest of its title: a count, and so many bytes, packed
//           if it is another file, the same of the file's name: a count of what is in common, and
//           a text
//   count   the line of its first instruction
//   bytes   its other lines: a byte for each change, up to the record's end
//
//           | words | lines |   so many words further, so many lines further and LINE_BIAS; 0 in
//            7     4 3     0    `words` and LINE_FAR in `lines` mean that a count follows of what
//                               is too large for the four bits: of lines, twice their number, and
//                               1 more if it is backwards

/** 32 bits each. */
export const HANDLER_ROW = { returnsTo: 0, handler: 4, bytes: 8 } as const;

/** Of the trace, 32 bits each. */
export const TRACE_HEADER = { magic: 0, length: 4, pairCount: 8, pairs: 12 } as const;
/** "trac" */
export const TRACE_MAGIC = 0x6361_7274;

/** Texts are ASCII, but for what is marked. */
export const RAW_CODE = 0x7f;
export const FIRST_PAIR = 0x80;

export const MOST_WORDS = 15;
export const LINE_BIAS = 7;
export const LINE_FAR = 15;

/** Titles and names of files are unpacked into string objects, and end after so many codes. */
export const MOST_TEXT = 240;
/** The two objects, one behind the other: link/trace-text. */
export const TEXT_BYTES = 256;

/** CRC-32 of code, constants and trace, 32 bits each. */
export const CHECKSUMS = { text: 0, rodata: 4, trace: 8, bytes: 16 } as const;

/** Symbols that the linker defines, for start-up code, collector and panic. */
export const LINKER_SYMBOLS = [
  "link/image", "link/text-end",
  "link/rodata", "link/rodata-end",
  "link/data", "link/data-end", "link/bss", "link/bss-end",
  "link/classes", "link/classes-end", "link/handlers", "link/handlers-end",
  "link/trace", "link/trace-end", "link/trace-load", "link/trace-text", "link/elf",
  "link/checksums",
  "link/stack", "link/stack-end", "link/heap", "link/heap-end",
] as const;

export type LinkerSymbol = (typeof LINKER_SYMBOLS)[number];
