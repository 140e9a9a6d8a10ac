// Objects in the memory of a compiled program: what the compiler lays out, the runtime reads and
// writes, and the collector walks. All offsets are in bytes. A reference is the address of the
// object's first byte: in the heap a multiple of 16, in the image of 8.
//
//   +0  class: 32 bits, an index into the class table
//   +4  length: 32 bits, of objects that have one
//
// and behind it, by the object's shape:
//
//   instance   a word a field, the base class's first
//   string     `length` codes, a byte each
//   block      `length` words: an array's elements (references or not: two classes)
//   bytes      `length` bytes: a typed array's storage
//   array      length = how many it holds;  +8 its block, of `capacity` = the block's length
//   view       length = in elements;        +8 the address of its first element
//                                           +16 the bytes object that holds it
//   closure    +8 its code                  then what it captured, a word each
//   cell       +8 a variable that closures share
//
// 1. Memory is zero when an object is new, but for its header.
// 2. The address of a view's first element is an interior pointer; every other reference is to a
//    first byte.

export const HEADER = { class: 0, length: 4, bytes: 8 } as const;

/** Where an object's fields, codes, words or bytes start. */
export const BODY = 8;

export const ARRAY = { block: 8, bytes: 16 } as const;
export const VIEW = { data: 8, storage: 16, bytes: 24 } as const;
export const CLOSURE = { code: 8, captured: 16 } as const;
export const CELL = { value: 8, bytes: 16 } as const;

/** Objects start on a multiple of so many bytes. */
export const GRANULE = 16;
/** Those that are made at compile time, and stand in the image. */
export const IMAGE_GRANULE = 8;

/** The most bytes an object's body may have, and so the longest string. */
export const LONGEST = 0x7fff_ffff;

/** The classes that the compiler itself knows, at the class table's start, in this order. */
export const BUILT_IN = [
  "string", "words", "references", "bytes", "array of words", "array of references",
  "cell of a word", "cell of a reference",
  "Uint8Array", "Int8Array", "Uint16Array", "Int16Array", "Uint32Array", "Int32Array",
  "BigUint64Array",
] as const;

export type BuiltIn = (typeof BUILT_IN)[number];

export const builtInClass = (name: BuiltIn): number => BUILT_IN.indexOf(name);

/**
 * The class table has a row of four words of 32 bits for each class. A place is so many bytes
 * behind the table's begin.
 *   +0   shape: an index into SHAPES
 *   +4   how many words its map has, of 64 bits
 *   +8   the map's place: bit n says that the word at 8 * n of an instance is a reference
 *   +12  its name's place, a string; 0 if nothing of the class is ever thrown
 */
export const CLASS_ROW = { shape: 0, mapWords: 4, map: 8, name: 12, bytes: 16 } as const;

export const SHAPES = [
  "instance", "string", "words", "references", "bytes", "array", "view",
] as const;

export type Shape = (typeof SHAPES)[number];
