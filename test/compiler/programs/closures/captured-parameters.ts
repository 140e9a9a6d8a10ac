// Parameters that closures capture, and that change after.
function make(n: number, s: string): () => string {
  const f = (): string => `${s}${n}`;
  n += 1;
  s = s + s;
  return f;
}

function adder(a: number): (b: number) => (c: number) => number {
  return (b) => (c) => a * 100 + b * 10 + c;
}

export function start(): void {
  console.log(make(1, "x")() + make(2, "y")());
  const add1 = adder(1);
  const add12 = add1(2);
  console.log(`${add12(3)} ${add12(4)} ${add1(5)(6)} ${adder(7)(8)(9)}`);
}
