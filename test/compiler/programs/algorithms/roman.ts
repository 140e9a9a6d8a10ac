// Roman numerals, there and back.
const DIGITS = [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]] as const;

function roman(n: number): string {
  let out = "";
  for (const [value, digit] of DIGITS) {
    while (n >= value) { out += digit; n -= value; }
  }
  return out;
}

function parse(text: string): number {
  let [at, n] = [0, 0];
  for (const [value, digit] of DIGITS) {
    while (text.startsWith(digit, at)) { n += value; at += digit.length; }
  }
  return n;
}

export function start(): void {
  let ok = true;
  for (let n = 1; n < 4000; n += 7) ok &&= parse(roman(n)) === n;
  console.log(`${ok} ${[1, 4, 9, 14, 1999, 2026, 3888].map(roman).join(" ")}`);
}
