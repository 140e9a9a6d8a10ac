// The sieve of Eratosthenes.
export function start(): void {
  const limit = 5000;
  const composite = new Uint8Array(limit + 1);
  let [count, last] = [0, 0];
  for (let n = 2; n <= limit; n++) {
    if (composite[n]! !== 0) continue;
    count++;
    last = n;
    for (let m = n * n; m <= limit; m += n) composite[m] = 1;
  }
  console.log(`${count} primes, the last is ${last}`);
}
