// Functions as values: in variables, arrays, fields, arguments and results.
function double(n: number): number {
  return n * 2;
}

function square(n: number): number {
  return n * n;
}

function twice(f: (n: number) => number, n: number): number {
  return f(f(n));
}

function compose(f: (n: number) => number, g: (n: number) => number): (n: number) => number {
  return (n) => f(g(n));
}

export function start(): void {
  console.log(`${twice(double, 3)} ${twice(square, 3)} ${compose(double, square)(5)} ${compose(square, double)(5)}`);
  const all = [double, square, compose(double, double)];
  console.log(all.map((f) => f(7)).join(" "));
  let f = double;
  f = f(1) === 2 ? square : f;
  console.log(`${f(9)} ${f === square} ${f === double} ${[1, 2, 3].map(double).join(",")}`);
  const table = { up: (n: number): number => n + 1, down: (n: number): number => n - 1 };
  console.log(`${table.up(1)} ${table.down(1)}`);
}
