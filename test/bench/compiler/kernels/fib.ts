// Fibonacci by the book: a million calls that do nothing else.

function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

export function start(): void {
  console.log(`${fib(27)}`);
}
