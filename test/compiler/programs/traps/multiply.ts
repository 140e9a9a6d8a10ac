// A product that is no safe integer.
function product(a: number, b: number): number {
  return a * b;
}

export function start(): void {
  console.log(`${product(94906265, 94906265)} ${product(-94906266, 94906265)}`);
  console.log(`${product(94906266, 94906267)}`);
}
