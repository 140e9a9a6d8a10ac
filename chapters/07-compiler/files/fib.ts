function fib(n: number): number {
  if (n < 2) return n;
  return fib(n - 1) + fib(n - 2);
}

export function start(): void {
  console.log(`fib(20) is ${fib(20)}`);
}
