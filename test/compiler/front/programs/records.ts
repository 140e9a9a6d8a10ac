// Objects by interface, by alias, without a name, and unions of them.

interface Point { readonly x: number; y: number }
interface Named { readonly name: string; describe(): string }
type Shape = { kind: "circle"; r: number } | { kind: "rect"; w: number; h: number };
type Chain = { a: number; next: Chain | null };
class Dog implements Named { readonly name = "dog"; describe(): string { return `a ${this.name}`; } }
class Cat implements Named { readonly #n = 2; get name(): string { return `cat${this.#n}`; } describe(): string { return "meow"; } }
function area(s: Shape): number { switch (s.kind) { case "circle": return 3 * s.r * s.r; case "rect": return s.w * s.h; } }
function show(p: Point): string { return `(${p.x},${p.y})`; }
function move({ x, y }: Point, dx: number): Point { return { x: x + dx, y }; }
export function start(): void {
  const p: Point = { y: 2, x: 1 };
  const q = { x: 5, y: 6 };
  p.y += 10;
  console.log(show(p) + show(q) + show(move(p, 3)));
  const shapes: Shape[] = [{ kind: "circle", r: 2 }, { kind: "rect", w: 3, h: 4 }];
  for (const s of shapes) console.log(`${s.kind} ${area(s)}`);
  const named: Named[] = [new Dog(), new Cat()];
  for (const n of named) console.log(`${n.name}: ${n.describe()}`);
  const chain: Chain = { a: 1, next: { a: 2, next: null } };
  let sum = 0;
  for (let at: Chain | null = chain; at !== null; at = at.next) sum += at.a;
  console.log(`${sum} ${chain.next?.a ?? -1} ${chain.next?.next?.a ?? -1}`);
  const { x, y: why } = q;
  console.log(`${x} ${why}`);
  const nested = { inner: { v: 7 }, list: [1, 2, 3] };
  nested.inner.v++;
  nested.list.push(4);
  console.log(`${nested.inner.v} ${nested.list.join()}`);
}
