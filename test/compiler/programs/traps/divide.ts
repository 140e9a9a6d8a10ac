// A division by zero under Math.trunc.
function quotient(a: number, b: number): number {
  return Math.trunc(a / b);
}

export function start(): void {
  console.log(`${quotient(7, 2)} ${quotient(-7, -2)} ${quotient(0, 5)}`);
  console.log(`${quotient(0, 0)}`);
}
