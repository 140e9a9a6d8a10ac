/** The objects that the figure has on its heap, who refers to whom, and what lies on the stack. */

/** What it is made of: fields, of which the first two are references; or bytes. */
export type ObjectKind = "node" | "bytes";

export interface SceneObject {
  readonly name: string;
  readonly kind: ObjectKind;
  /** Of an instance, header and all; of bytes, how many. */
  readonly size: number;
}

export interface SceneLink {
  readonly from: string;
  readonly to: string;
}

export interface SceneWord {
  readonly title: string;
  /** The address of an object, or of a byte inside of it. */
  readonly at?: { readonly object: string; readonly offset: number };
  readonly number?: number;
}

/** In the order in which they are made. */
export const sceneObjects: readonly SceneObject[] = [
  ...["A", "B", "C"].map(node),
  bytes("P", 1000),
  bytes("L", 6000),
  ...["D", "E", "G"].map(node),
  bytes("K", 1000),
  bytes("M", 7000),
  ...["F", "H"].map(node),
];

export const sceneLinks: readonly SceneLink[] = [
  { from: "A", to: "B" }, { from: "A", to: "C" }, { from: "B", to: "D" }, { from: "B", to: "P" }, { from: "C", to: "D" },
  { from: "E", to: "G" }, { from: "G", to: "E" }, { from: "F", to: "H" },
];

export const sceneWords: readonly SceneWord[] = [
  { title: "a reference to A", at: { object: "A", offset: 0 } },
  { title: "the number 42", number: 42 },
  { title: "an address inside of L", at: { object: "L", offset: 2000 } },
  { title: "a number, by chance F's address", at: { object: "F", offset: 0 } },
];

function node(name: string): SceneObject {
  return { name, kind: "node", size: 320 };
}

function bytes(name: string, size: number): SceneObject {
  return { name, kind: "bytes", size };
}
