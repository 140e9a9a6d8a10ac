// Types that are computed from types, and stand for plain ones in the end.
interface Point { readonly x: number; readonly y: number }
type Keys = keyof Point;
type Element<T> = T extends readonly (infer E)[] ? E : never;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Axis = `${Keys}-axis`;
interface Named { readonly name: string }
interface Sized { readonly size: number }

class Box implements Named, Sized {
  public readonly name = "box";
  readonly size = 4;
}

function label<T extends Named & Sized>(thing: T): string {
  return `${thing.name}:${thing.size}`;
}

function first(values: number[]): Element<number[]> {
  return values[0]!;
}

function axis(of: Keys): Axis {
  return of === "x" ? "x-axis" : "y-axis";
}

export function start(): void {
  const p: Mutable<Point> = { x: 1, y: 2 };
  p.x += 10;
  console.log(`${p.x} ${p.y} ${first([7, 8])} ${axis("x")} ${axis("y")} ${label(new Box())}`);
}
