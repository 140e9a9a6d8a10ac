// What every random program begins with: classes, an interface, generic functions, a trace of what was computed when.

export const PRELUDE = `
interface Shape { readonly name: string; size: number; area(by: number): number }
class Point {
  x: number;
  y: number;
  constructor(x: number, y: number) { this.x = x; this.y = y; }
  sum(n: number): number { return this.x * 3 - this.y + n; }
  get double(): number { return this.x * 2; }
  set double(value: number) { this.x = Math.trunc(value / 2); }
  moved(by: number): Point { return new Point(this.x + by, this.y); }
}
class Far extends Point {
  readonly z: number = 9;
  override sum(n: number): number { return super.sum(n) + this.z; }
}
class Disc implements Shape {
  size: number;
  constructor(size: number) { this.size = size; }
  get name(): string { return "disc"; }
  area(by: number): number { return this.size * 3 + by; }
}
class Tile implements Shape {
  other = 1;
  readonly name: string = "tile";
  #size = 4;
  get size(): number { return this.#size; }
  set size(value: number) { this.#size = value % 1000; this.other++; }
  area(by: number): number { return this.#size - by + this.other; }
}
class Problem extends Error {
  readonly code: number;
  constructor(code: number) { super("problem " + String(code)); this.code = code; }
}
let fuel = 3000;
let trace = "";
function t(n: number): number {
  if (trace.length < 60) trace += String(n % 10);
  return n;
}
function note(text: string): void {
  if (fuel > 2000) console.log(text.slice(0, 60));
}
function last<T>(values: readonly T[], otherwise: T): T {
  return values.length === 0 ? otherwise : values[values.length - 1]!;
}
function at<T>(values: readonly T[], index: number, otherwise: T): T {
  return values.length === 0 ? otherwise : values[Math.abs(index % values.length)]!;
}
function code(text: string, index: number): number {
  return text.length === 0 ? -1 : text.charCodeAt(Math.abs(index % text.length));
}
function yes(value: boolean): boolean {
  return value;
}
function maybe(point: Point | null): Point | null {
  return point;
}
function same(point: Point): Point {
  return point;
}
function xOf(point: Point | null, otherwise: number): number {
  return point === null ? otherwise : point.x;
}
function pairOf(n: number, s: string): [number, string] {
  return [n, s];
}
`;
