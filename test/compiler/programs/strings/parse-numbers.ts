// Digits to numbers, without the library.
function parse(s: string): number {
  let [i, sign, n] = [0, 1, 0];
  if (s.startsWith("-")) { sign = -1; i = 1; }
  for (; i < s.length; i++) {
    const digit = s.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) break;
    n = n * 10 + digit;
  }
  return sign * n;
}

export function start(): void {
  for (const s of ["0", "7", "-7", "123456789", "12x4", "", "-", "9007199254740991", "-9007199254740991"]) console.log(`${parse(s)}`);
}
