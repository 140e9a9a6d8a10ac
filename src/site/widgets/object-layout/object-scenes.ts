/** Objects as they lie in memory, by the offsets that compiler and runtime share: a few small ones of each shape. */
import { ARRAY, BODY, BUILT_IN, type BuiltIn, builtInClass, CELL, CLOSURE, HEADER, VIEW } from "../../../formats/objects/layout";

export interface Cell {
  readonly offset: number;
  readonly bytes: number;
  readonly text: string;
  /** What it is called, below. */
  readonly name?: string;
  /** The object it points to, and the byte of it. */
  readonly to?: { readonly object: number; readonly offset: number };
}

export interface ObjectView {
  readonly title: string;
  readonly cells: readonly Cell[];
}

export interface ObjectScene {
  readonly kind: ObjectKind;
  /** As a program says it. */
  readonly source: string;
  readonly objects: readonly ObjectView[];
  readonly says: string;
}

export const objectKinds = ["instance", "string", "array", "typed array", "closure", "cell"] as const;
export type ObjectKind = (typeof objectKinds)[number];

const WORD = 8;
/** The first classes that are the program's own. */
const RECTANGLE = BUILT_IN.length;
const NAMED = RECTANGLE + 1;
const ARROW = RECTANGLE;

function header(classNumber: number, length: number): readonly Cell[] {
  return [
    { offset: HEADER.class, bytes: HEADER.length - HEADER.class, text: `${classNumber}`, name: "class" },
    { offset: HEADER.length, bytes: HEADER.bytes - HEADER.length, text: `${length}`, name: "length" },
  ];
}

const word = (offset: number, text: string, name?: string): Cell => ({ offset, bytes: WORD, text, ...(name !== undefined && { name }) });
const reference = (offset: number, name: string, object: number, into = 0): Cell => ({ offset, bytes: WORD, text: "", name, to: { object, offset: into } });
const builtIn = (name: BuiltIn, length: number): readonly Cell[] => header(builtInClass(name), length);

/** A byte each, and zeros up to the next word. */
function bytes(values: readonly string[]): readonly Cell[] {
  const room = Math.ceil(values.length / WORD) * WORD;
  return Array.from({ length: room }, (_, i) => ({ offset: BODY + i, bytes: 1, text: values[i] ?? "0" }));
}

export const objectScenes: readonly ObjectScene[] = [
  {
    kind: "instance", source: "new Rectangle(3, 5), new Named(3, 5, \"door\")",
    objects: [
      { title: "Rectangle", cells: [...header(RECTANGLE, 0), word(BODY, "3", "width"), word(BODY + WORD, "5", "height")] },
      { title: "Named, derived from Rectangle", cells: [...header(NAMED, 0), word(BODY, "3", "width"), word(BODY + WORD, "5", "height"), reference(BODY + 2 * WORD, "name", 2)] },
      { title: "string", cells: [...builtIn("string", 4), ...bytes([..."door"])] },
    ],
    says: "The heir has its base's fields at the base's offsets, and its own behind them. What reads width at 8 need not know which of the two it has.",
  },
  {
    kind: "string", source: "\"Hello, you\"",
    objects: [{ title: "string", cells: [...builtIn("string", 10), ...bytes([..."Hello, you"])] }],
    says: "A byte a code, and zeros up to the next word: so two strings can be compared eight codes at a time.",
  },
  {
    kind: "array", source: "const a = [3, 5]; a.push(8);",
    objects: [
      { title: "array of words", cells: [...builtIn("array of words", 3), reference(ARRAY.block, "block", 1)] },
      { title: "words: the block", cells: [...builtIn("words", 4), word(BODY, "3", "[0]"), word(BODY + WORD, "5", "[1]"), word(BODY + 2 * WORD, "8", "[2]"), word(BODY + 3 * WORD, "0", "room")] },
    ],
    says: "The array's length is how many it holds; the block's is how many it has room for. push() into a full block makes another one, and the array stays where it is.",
  },
  {
    kind: "typed array", source: "const bytes = new Uint8Array([1, 2, 3, 4, 5, 6]); bytes.subarray(2, 5)",
    objects: [
      { title: "Uint8Array: bytes", cells: [...builtIn("Uint8Array", 6), reference(VIEW.data, "data", 2, BODY), reference(VIEW.storage, "storage", 2)] },
      { title: "Uint8Array: the subarray", cells: [...builtIn("Uint8Array", 3), reference(VIEW.data, "data", 2, BODY + 2), reference(VIEW.storage, "storage", 2)] },
      { title: "bytes", cells: [...builtIn("bytes", 6), ...bytes(["1", "2", "3", "4", "5", "6"])] },
    ],
    says: "Two views of the same bytes. Their data words point into an object: no other word here is an address of anything but a first byte.",
  },
  {
    kind: "closure", source: "const above = (limit: number) => numbers.filter((n) => n > limit); above(10)",
    objects: [{ title: "a closure", cells: [...header(ARROW, 0), word(CLOSURE.code, "the code", "code"), word(CLOSURE.captured, "10", "limit")] }],
    says: "The code of (n) => n > limit takes this object as its first argument, and loads limit from it at 16.",
  },
  {
    kind: "cell", source: "let count = 2; const add = () => { count++; }; const get = () => count;",
    objects: [
      { title: "add", cells: [...header(ARROW, 0), word(CLOSURE.code, "its code", "code"), reference(CLOSURE.captured, "count", 2)] },
      { title: "get", cells: [...header(ARROW, 0), word(CLOSURE.code, "its code", "code"), reference(CLOSURE.captured, "count", 2)] },
      { title: "cell of a word", cells: [...builtIn("cell of a word", 0), word(CELL.value, "2", "value")] },
    ],
    says: "Somebody assigns to count after it was captured: so it lives in an object of its own, which both closures hold.",
  },
];
