// The numbers of the built-in classes and of the shapes, by src/formats/objects/layout.ts: as
// constants, since objects are made before any table can be searched for them.

export const CLASS = {
  string: 0,
  words: 1, references: 2, bytes: 3,
  arrayOfWords: 4, arrayOfReferences: 5,
  Uint8Array: 8, Int8Array: 9, Uint16Array: 10, Int16Array: 11, Uint32Array: 12,
  Int32Array: 13, BigUint64Array: 14,
} as const;

export const SHAPE = { instance: 0, references: 3, array: 5, view: 6 } as const;
