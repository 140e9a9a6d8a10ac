// A thousand numbers, sorted by several keys.
export function start(): void {
  const a: number[] = [];
  let x = 12345;
  for (let i = 0; i < 1000; i++) {
    x = x * 16807 % 2147483647;
    a.push(x % 500);
  }
  a.sort((p, q) => p - q);
  let sorted = true;
  for (let i = 1; i < a.length; i++) if (a[i - 1]! > a[i]!) sorted = false;
  console.log(`${sorted} ${a[0]!} ${a[500]!} ${a[999]!} ${a.reduce((s, n, i) => (s * 31 + n * i) % 1000003, 7)}`);
  a.sort((p, q) => (p % 10 === q % 10 ? q - p : p % 10 - q % 10));
  console.log(a.slice(0, 20).join());
}
