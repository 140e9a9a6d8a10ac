// Arrays of objects, closures, nulls, strings.
class P { x: number; constructor(x: number) { this.x = x; } }

export function start(): void {
  const ps = [new P(1), new P(2)];
  for (const p of ps) p.x *= 10;
  ps.push(ps[0]!);
  ps[2]!.x++;
  console.log(ps.map((p) => p.x).join());
  const slots = new Array<P | null>(3).fill(null);
  slots[1] = new P(5);
  console.log(slots.map((p) => (p === null ? "-" : `${p.x}`)).join(" "));
  console.log(`${slots.filter((p) => p !== null).length} ${slots.indexOf(null)}`);
  const fs = [(n: number): number => n + 1, (n: number): number => n * n];
  let n = 3;
  for (const f of fs) n = f(n);
  console.log(`${n} ${fs[1]!(5)}`);
}
