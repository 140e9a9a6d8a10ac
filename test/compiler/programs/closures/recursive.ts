// A closure that calls itself, and two that call each other.
export function start(): void {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  console.log(`${factorial(10)}`);
  const isEven = (n: number): boolean => n === 0 || isOdd(n - 1);
  const isOdd = (n: number): boolean => n !== 0 && isEven(n - 1);
  console.log(`${isEven(10)} ${isOdd(10)}`);
  let depth = 0;
  const walk = (n: number): number => {
    depth = Math.max(depth, n);
    return n >= 5 ? n : walk(n + 1) + walk(n + 2);
  };
  console.log(`${walk(0)} ${depth}`);
}
