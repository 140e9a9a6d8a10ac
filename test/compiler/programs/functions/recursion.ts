// Functions that call themselves and each other.
function even(n: number): boolean {
  return n === 0 ? true : odd(n - 1);
}

function odd(n: number): boolean {
  return n === 0 ? false : even(n - 1);
}

function ackermann(m: number, n: number): number {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

export function start(): void {
  console.log(`${even(100)} ${odd(7)} ${even(7)} ${ackermann(2, 3)} ${gcd(1071, 462)} ${gcd(0, 5)}`);
}
