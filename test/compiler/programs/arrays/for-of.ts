// for...of over arrays, while they change.
export function start(): void {
  const a = [1, 2, 3];
  for (const n of a) {
    if (n < 3) a.push(n + 10);
    if (a.length > 10) break;
  }
  console.log(a.join());
  const b = [1, 2, 3, 4];
  for (const n of b) {
    console.log(`${n}`);
    b.pop();
  }
  console.log(b.join());
  let total = 0;
  for (const row of [[1, 2], [], [3]]) {
    for (const n of row) {
      if (n === 2) continue;
      total += n;
    }
  }
  console.log(`${total}`);
  const c = [1, 2, 3];
  for (let n of c) { n *= 2; total += n; }
  console.log(`${total} ${c.join()}`);
}
