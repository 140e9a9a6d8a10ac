// Compound assignments, and the value of an assignment.
export function start(): void {
  let x = 10;
  x += 5;
  x -= 3;
  x *= 7;
  x %= 50;
  console.log(`${x}`);
  let y = (x = 8);
  y = x += y;
  console.log(`${x} ${y} ${(x -= 1)} ${(x *= x)}`);
  let a = 1, b = 2;
  const c = 3;
  a = b = c;
  console.log(`${a} ${b} ${c}`);
  x = 3;
  x += x++ + ++x;
  console.log(`${x}`);
  let n = 1;
  n += (n = 5) * n;
  console.log(`${n}`);
}
