// Fibonacci numbers until they wrap round.
export function start(): void {
  let [a, b] = [0n, 1n];
  for (let i = 0; i < 100; i++) {
    if (i > 85) console.log(`${i} ${a}`);
    [a, b] = [b, BigInt.asUintN(64, a + b)];
  }
}
