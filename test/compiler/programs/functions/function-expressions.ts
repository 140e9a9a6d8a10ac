// Functions written with the word, as values.
const double = function (n: number): number {
  return n * 2;
};

function apply(f: (n: number) => number, n: number): number {
  return f(n);
}

export function start(): void {
  const power = function (base: number, n: number): number {
    let result = 1;
    for (let i = 0; i < n; i++) result *= base;
    return result;
  };
  console.log(`${double(4)} ${power(3, 5)} ${apply(function (n) { return n - 1; }, 10)} ${apply(double, 9)}`);
  const all = [double, function (n: number): number { return -n; }];
  console.log(all.map(function (f, i) { return f(i + 5); }).join());
}
