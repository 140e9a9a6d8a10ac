// Generic functions that take functions.
function fold<T, R>(values: readonly T[], first: R, f: (result: R, value: T) => R): R {
  let result = first;
  for (const value of values) result = f(result, value);
  return result;
}

function zip<A, B, C>(as: readonly A[], bs: readonly B[], f: (a: A, b: B) => C): C[] {
  const out: C[] = [];
  for (let i = 0; i < Math.min(as.length, bs.length); i++) out.push(f(as[i]!, bs[i]!));
  return out;
}

function times<T>(n: number, make: (i: number) => T): T[] {
  const out: T[] = [];
  for (let i = 0; i < n; i++) out.push(make(i));
  return out;
}

export function start(): void {
  console.log(`${fold([1, 2, 3], 0, (a, b) => a + b)} ${fold(["a", "b"], "", (a, b) => b + a)} ${fold([1, 2], 1n, (w, n) => BigInt.asUintN(64, w * 10n + BigInt(n)))}`);
  console.log(zip([1, 2, 3], ["x", "y"], (n, s) => s.repeat(n)).join(","));
  console.log(times(4, (i) => times(i, (j) => i * j).join("")).join("|"));
}
