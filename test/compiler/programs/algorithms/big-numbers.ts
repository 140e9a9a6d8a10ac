// Natural numbers of any size, in digits of seven.
const BASE = 10000000;

function times(digits: readonly number[], n: number): number[] {
  const result: number[] = [];
  let carry = 0;
  for (const digit of digits) {
    const value = digit * n + carry;
    result.push(value % BASE);
    carry = Math.trunc(value / BASE);
  }
  while (carry > 0) {
    result.push(carry % BASE);
    carry = Math.trunc(carry / BASE);
  }
  return result;
}

function plus(a: readonly number[], b: readonly number[]): number[] {
  const result: number[] = [];
  let carry = 0;
  for (let i = 0; i < Math.max(a.length, b.length) || carry > 0; i++) {
    const sum = (i < a.length ? a[i]! : 0) + (i < b.length ? b[i]! : 0) + carry;
    result.push(sum % BASE);
    carry = sum >= BASE ? 1 : 0;
  }
  return result;
}

function text(digits: readonly number[]): string {
  return digits.slice().reverse().map((digit, i) => (i === 0 ? `${digit}` : `${digit}`.padStart(7, "0"))).join("");
}

export function start(): void {
  let f = [1];
  for (let n = 1; n <= 50; n++) f = times(f, n);
  console.log(text(f));
  let [a, b] = [[0], [1]];
  for (let i = 0; i < 300; i++) [a, b] = [b, plus(a, b)];
  console.log(text(a));
}
