// Products and powers of integer matrices.
type Matrix = number[][];

function product(a: Matrix, b: Matrix, modulus: number): Matrix {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => (sum + x * b[k]![j]!) % modulus, 0)));
}

function power(a: Matrix, n: number, modulus: number): Matrix {
  let result = a.map((row, i) => row.map((_, j): number => (i === j ? 1 : 0)));
  for (let base = a; n > 0; n = Math.trunc(n / 2)) {
    if (n % 2 === 1) result = product(result, base, modulus);
    base = product(base, base, modulus);
  }
  return result;
}

export function start(): void {
  const fibonacci = [[1, 1], [1, 0]];
  for (const n of [0, 1, 10, 90, 1000]) console.log(`${n} ${power(fibonacci, n, 1000003)[0]![1]!}`);
  console.log(product([[1, 2, 3], [4, 5, 6]], [[7, 8], [9, 10], [11, 12]], 10007).map((row) => row.join(" ")).join("; "));
}
