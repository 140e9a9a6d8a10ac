// Types that say something of other types: parts of tuples that may be missing, constraints, what is caught.
class Point {
  x = 1;
}

function same<T extends object>(value: T): T {
  return value;
}

function exact<const T>(value: T): T {
  return value;
}

type Optional = [count: number, name?: string];
type Complete = Required<Optional>;
type Tail<T> = T extends readonly [string, ...infer R] ? R : never;
type Behind = Tail<[string, number, boolean]>;
type Short = [number, string?];
type Many = [number, ...string[]];

export function start(): void {
  const point = same(new Point());
  point.x += 4;
  console.log(`${point.x} ${same([1, 2]).length}`);
  console.log(`${exact("abc")} ${exact(5) + 1}`);

  const complete: Complete = [1, "b"];
  const behind: Behind = [3, true];
  const first: Many[0] = 6;
  const last: NonNullable<Short[1]> = "seven";
  console.log(`${complete[0]} ${complete[1]} ${behind[0]} ${behind[1]} ${first} ${last}`);

  try {
    throw new Error("caught");
  } catch (error: unknown) {
    if (error instanceof Error) console.log(error.message);
  }
}
