// A remainder of words by zero.
export function start(): void {
  const zero = BigInt("".length);
  console.log(`${7n % 4n}`);
  console.log(`${7n % zero}`);
}
