// Long sums whose intermediate results go up and down.
export function start(): void {
  let sum = 0;
  for (let i = 1; i <= 1000; i++) sum += i % 3 === 0 ? -i : i * i;
  console.log(`${sum}`);
  let x = 1;
  for (let i = 0; i < 53; i++) {
    console.log(`${x} ${x - 1} ${-x}`);
    if (i < 52) x *= 2;
  }
  let f = 1;
  for (let i = 1; i <= 18; i++) {
    f *= i;
    console.log(`${i}! = ${f}`);
  }
}
