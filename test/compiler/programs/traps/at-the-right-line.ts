// Which line of several a trap is of.
function f(a: number[], i: number): number {
  return a[i]! +
    a[i + 1]! +
    a[i + 2]!;
}

export function start(): void {
  const a = [1, 2, 3, 4];
  for (let i = 0; i < 4; i++) {
    console.log(
      `${f(a, i)}`,
    );
  }
}
