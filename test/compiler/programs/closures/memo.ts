// A closure over a Map.
function memo(f: (n: number) => number): (n: number) => number {
  const known = new Map<number, number>();
  return (n) => {
    if (known.has(n)) return known.get(n)!;
    const result = f(n);
    known.set(n, result);
    return result;
  };
}

export function start(): void {
  let calls = 0;
  const slow = (n: number): number => { calls++; return n * n; };
  const quick = memo(slow);
  console.log(`${quick(4)} ${quick(5)} ${quick(4)} ${quick(5)} ${calls}`);
  let fib = slow;
  fib = memo((n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
  console.log(`${fib(70)}`);
}
