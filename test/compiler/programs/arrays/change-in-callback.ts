// Callbacks that change the array they are called for.
export function start(): void {
  const a = [1, 2, 3];
  const seen: number[] = [];
  a.forEach((n) => { seen.push(n); if (a.length < 6) a.push(n * 10); });
  console.log(`${seen.join()} ${a.join()}`);
  const b = [1, 2, 3, 4];
  console.log(`${b.map((n, i) => { b[3] = 100; return n + i; }).join()} ${b.join()}`);
  const c = [1, 2, 3, 4];
  console.log(`${c.filter((n) => { if (n === 1) c[1] = 50; return n > 1; }).join()}`);
}
