// Union, intersection, difference.
function union(a: Set<number>, b: Set<number>): Set<number> {
  const result = new Set<number>();
  for (const n of a) result.add(n);
  for (const n of b) result.add(n);
  return result;
}

function where(a: Set<number>, test: (n: number) => boolean): Set<number> {
  const result = new Set<number>();
  a.forEach((n) => { if (test(n)) result.add(n); });
  return result;
}

function multiples(of: number, below: number): Set<number> {
  const result = new Set<number>();
  for (let n = of; n < below; n += of) result.add(n);
  return result;
}

export function start(): void {
  const [a, b] = [multiples(4, 40), multiples(6, 40)];
  console.log(`${[...union(a, b)].join()} | ${[...where(a, (n) => b.has(n))].join()} | ${[...where(a, (n) => !b.has(n))].join()}`);
}
