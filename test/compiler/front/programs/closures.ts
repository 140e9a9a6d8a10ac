// What closures capture: constants, variables that change, this, themselves, each other.

class Counter {
  #n = 0;
  readonly inc = (): number => { this.#n++; return this.#n; };
  make(): () => number { return () => this.#n * 2; }
}
function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C { return (a) => g(f(a)); }
function make(): { get: () => number; set: (v: number) => void } {
  let value = 1;
  return { get: () => value, set: (v) => { value = v; } };
}
function even(n: number): boolean { return n === 0 || odd(n - 1); }
function odd(n: number): boolean { return n !== 0 && even(n - 1); }
const table: readonly ((a: number, b: number) => number)[] = [(a, b) => a + b, (a) => a, larger];
function larger(a: number, b: number): number { return Math.max(a, b); }
function outer(k: number): number {
  function helper(n: number): number { return n <= 0 ? k : helper(n - 1) + other(n); }
  function other(n: number): number { return n + k; }
  return helper(3);
}
function late(): string {
  const f = (): string => word;
  const word = "late";
  return f();
}
export function start(): void {
  const c = new Counter();
  c.inc(); c.inc();
  console.log(`${c.inc()} ${c.make()()}`);
  console.log(compose((n: number) => n * 2, (n) => `<${n}>`)(21));
  const s = make(); s.set(42);
  console.log(`${s.get()} ${even(10)} ${odd(7)} ${outer(100)} ${late()}`);
  console.log(table.map((f) => f(3, 9)).join(","));
  const fs: (() => number)[] = [];
  for (let i = 0; i < 3; i++) { fs.push(() => i * 10); }
  for (const v of [7, 8]) fs.push(() => v);
  let i = 0;
  while (i < 2) { const j = i; fs.push(() => j + 100); i++; }
  console.log(fs.map((f) => f()).join(","));
  const fact = (n: number): number => (n < 2 ? 1 : n * fact(n - 1));
  console.log(`${fact(10)}`);
  let total = 0;
  [1, 2, 3].forEach((v, ix) => { total += v * ix; });
  console.log(`${total}`);
  const maybe: ((n: number) => number) | undefined = total > 3 ? (n) => n + 1 : undefined;
  console.log(`${maybe?.(4) ?? -1} ${maybe === undefined}`);
}
