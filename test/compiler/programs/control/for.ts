// for loops: parts left out, several variables, inner functions' view of the variable.
export function start(): void {
  for (let i = 0, j = 10; i < j; i++, j -= 2) console.log(`${i} ${j}`);
  let k = 0;
  for (; k < 3;) k++;
  for (;;) { if (k++ > 5) break; }
  console.log(`${k}`);
  const seen: (() => number)[] = [];
  for (let i = 0; i < 3; i++) seen.push(() => i);
  console.log(seen.map((f) => f()).join(","));
  for (let i = 0; i < 5; i++) { i++; console.log(`step ${i}`); }
  let total = 0;
  for (let i = 3; i >= 0; i--) for (let j = 0; j <= i; j++) total += i * 10 + j;
  console.log(`${total}`);
}
