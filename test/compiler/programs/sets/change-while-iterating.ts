// Elements added while a loop goes over the set.
export function start(): void {
  const s = new Set<number>();
  s.add(1);
  for (const n of s) {
    if (n < 50) { s.add(n * 2); s.add(n * 3); }
    if (n % 2 === 0) s.delete(n);
  }
  console.log([...s].join());
  let seen = 0;
  for (const n of s) {
    seen++;
    s.delete(n);
    if (seen < 20) s.add(n);
  }
  console.log(`${seen} ${s.size}`);
}
