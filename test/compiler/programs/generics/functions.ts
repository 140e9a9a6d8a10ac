// Generic functions, with each type they are used with.
function identity<T>(x: T): T {
  return x;
}

function pair<A, B>(a: A, b: B): [A, B] {
  return [a, b];
}

function swap<A, B>([a, b]: [A, B]): [B, A] {
  return [b, a];
}

function last<T>(values: readonly T[], otherwise: T): T {
  return values.length === 0 ? otherwise : values[values.length - 1]!;
}

function count<T>(values: readonly T[], wanted: T): number {
  let n = 0;
  for (const value of values) if (value === wanted) n++;
  return n;
}

export function start(): void {
  console.log(`${identity(5)} ${identity("s")} ${identity(7n)} ${identity(true)} ${identity([1, 2]).length}`);
  const [s, n] = swap(pair(1, "a"));
  console.log(`${s}${n} ${last([1, 2, 3], 0)} ${last([], "none")} ${last(["x"], "y")}`);
  console.log(`${count([1, 2, 1], 1)} ${count(["a", "b", "a" + ""], "a")} ${count([1n, 1n], 1n)} ${count([true, false], false)}`);
}
