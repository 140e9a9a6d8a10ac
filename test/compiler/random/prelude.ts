// Kernel TypeScript that every random program imports: classes, interfaces, generic functions. It holds no state, so that
// one image may have it once for many programs.

export interface Shape { readonly name: string; size: number; area(by: number): number }
export interface Entry { left: number; right: string }

export class Point {
  x: number;
  y: number;
  constructor(x: number, y: number) { this.x = x; this.y = y; }
  sum(n: number): number { return this.x * 3 - this.y + n; }
  get double(): number { return this.x * 2; }
  set double(value: number) { this.x = Math.trunc(value / 2); }
  moved(by: number): Point { return new Point(this.x + by, this.y); }
}

export class Far extends Point {
  readonly z: number = 9;
  override sum(n: number): number { return super.sum(n) + this.z; }
}

export class Disc implements Shape {
  size: number;
  constructor(size: number) { this.size = size; }
  get name(): string { return this.size > 5000 ? "plate" : "disc"; }
  area(by: number): number { return this.size * 3 + by; }
}

export class Tile implements Shape {
  other = 1;
  readonly name: string = "tile";
  #size = 4;
  get size(): number { return this.#size; }
  set size(value: number) { this.#size = value % 1000; this.other++; }
  area(by: number): number { return this.#size - by + this.other; }
}

export interface Beast { readonly label: string; weight: number; act(n: number): number; described(by: string): string; young(n: number): Beast }

/** The other classes of beasts are a program's own. */
export class Egg implements Beast {
  readonly label = "egg";
  weight = 1;
  act(n: number): number { return n - this.weight; }
  described(by: string): string { return by; }
  young(): Beast { return this; }
}

/** Told apart by `kind`. */
export class Gap {
  readonly kind = "gap";
  readonly width: number;
  constructor(width: number) { this.width = width; }
}
export class Mark {
  readonly kind = "mark";
  readonly text: string;
  constructor(text: string) { this.text = text; }
}
export type Item = Gap | Mark;

export class Stack<T> {
  readonly #items: T[] = [];
  get height(): number { return this.#items.length; }
  push(item: T): this { if (this.#items.length < 10) this.#items.push(item); return this; }
  top(otherwise: T): T { return this.height === 0 ? otherwise : this.#items[this.height - 1]!; }
  drop(otherwise: T): T { return this.#items.pop() ?? otherwise; }
  mapped<U>(change: (item: T) => U): Stack<U> {
    const made = new Stack<U>();
    for (const item of this.#items) made.push(change(item));
    return made;
  }
}

export class Problem extends Error {
  readonly code: number;
  constructor(code: number) { super("problem " + String(code)); this.code = code; }
}
export class Trouble extends Problem {
  get twice(): number { return this.code * 2; }
}

export function last<T>(values: readonly T[], otherwise: T): T {
  return values.length === 0 ? otherwise : values[values.length - 1]!;
}

export function at<T>(values: readonly T[], index: number, otherwise: T): T {
  return values.length === 0 ? otherwise : values[Math.abs(index % values.length)]!;
}

export function code(text: string, index: number): number {
  return text.length === 0 ? -1 : text.charCodeAt(Math.abs(index % text.length));
}

// TypeScript narrows a variable that it has seen assigned; behind a call it forgets what it knew.
export const yes = (value: boolean): boolean => value;
export const maybe = (point: Point | null): Point | null => point;
export const perhaps = (point: Point | undefined): Point | undefined => point;
export const same = <T extends object>(value: T): T => value;
export const exact = <const T>(value: T): T => value;
export const itemOf = (item: Item): Item => item;
export const fixed = <T>(values: readonly T[]): readonly T[] => values;
export const fixedMap = <K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> => map;
export const fixedSet = <T>(set: ReadonlySet<T>): ReadonlySet<T> => set;

export function xOf(point: Point | null, otherwise: number): number {
  return point === null ? otherwise : point.x;
}

export function pairOf(n: number, s: string): [number, string] {
  return [n, s];
}

export function total(first: number, ...others: number[]): number {
  let sum = first % 10007;
  for (const each of others) sum += each % 10007;
  return sum;
}

export function scaled(n: number, by = 2, text = "*"): string {
  return text + String((n % 10007) * (by % 100));
}

export function fail(code: number): never {
  throw new Trouble(code % 100);
}

// What a program holds at its end, as text.

export const itemText = (item: Item): string => (item.kind === "gap" ? String(item.width) : item.text);
export const pointText = (point: Point | null): string => (point === null ? "none" : `${point.x}:${point.y}:${point instanceof Far}`);
export const namedText = (named: Map<string, Point>): string => [...named].map(([name, point]) => `${name}=${pointText(point)}`).join();
export const mapText = (map: Map<number, number>): string => [...map].map(([key, value]) => `${key}=${value}`).join();
export const beastText = (beast: Beast): string => `${beast.label} ${beast.weight} ${beast.described("d")}`;
