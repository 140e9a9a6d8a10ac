// Thousands of entries, added and deleted.
export function start(): void {
  const m = new Map<number, number>();
  for (let i = 0; i < 3000; i++) m.set(i * 7919 % 10007, i);
  let sum = 0;
  for (let i = 0; i < 10007; i++) if (m.has(i)) sum += m.get(i)! * (i % 13);
  console.log(`${m.size} ${sum}`);
  let deleted = 0;
  for (let i = 0; i < 10007; i += 2) if (m.delete(i)) deleted++;
  console.log(`${deleted} ${m.size}`);
  const s = new Map<string, number>();
  for (let i = 0; i < 1000; i++) {
    const key = `k${i % 97}`;
    s.set(key, (s.get(key) ?? 0) + i);
  }
  console.log(`${s.size} ${s.get("k5")!} ${[...s.keys()].slice(0, 5).join()}`);
}
