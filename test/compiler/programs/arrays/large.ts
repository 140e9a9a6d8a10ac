// A hundred thousand elements.
export function start(): void {
  const a: number[] = [];
  for (let i = 0; i < 100000; i++) a.push((i * 7919) % 100003);
  let [most, at] = [-1, -1];
  for (let i = 0; i < a.length; i++) if (a[i]! > most) { most = a[i]!; at = i; }
  console.log(`${a.length} ${most} ${at} ${a.indexOf(1)} ${a.slice(50000, 50003).join()} ${a.filter((n) => n % 1000 === 0).length}`);
}
