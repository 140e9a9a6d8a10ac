// What binds tighter.
export function start(): void {
  const [a, b, c] = [7, 3, 2];
  console.log(`${a + b * c} ${(a + b) * c} ${a - b - c} ${a - (b - c)} ${a % b * c} ${a * b % c}`);
  console.log(`${a << b + c} ${(a << b) + c} ${a & b | c} ${a & (b | c)} ${a ^ b & c} ${a | b ^ c}`);
  console.log(`${a < b === false} ${a > b && b > c} ${a < b || b < c && a < c} ${-a + b} ${-(a + b)} ${~a & b} ${~(a & b)}`);
  console.log(`${a > b ? b > c ? 1 : 2 : 3} ${a === 7 ? 1 : 0 + 1}`);
}
