// The sieve of Eratosthenes: how many primes are below half a million.

function primesBelow(limit: number): number {
  const composite = new Uint8Array(limit);
  let count = 0;
  for (let n = 2; n < limit; n++) {
    if (composite[n]! !== 0) continue;
    count++;
    for (let multiple = n + n; multiple < limit; multiple += n) composite[multiple] = 1;
  }
  return count;
}

export function start(): void {
  console.log(`${primesBelow(500_000)}`);
}
