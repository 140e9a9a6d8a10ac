// Branches, nested and chained.
function kind(n: number): string {
  if (n < 0) return "negative";
  else if (n === 0) return "zero";
  else if (n % 2 === 0) {
    if (n > 100) return "large even";
    return "even";
  } else if (n > 100) return "large odd";
  return "odd";
}

export function start(): void {
  for (const n of [-5, 0, 1, 2, 99, 100, 101, 102]) console.log(`${n} ${kind(n)}`);
  let x = 0;
  if (x === 0) x = 1; else x = 2;
  if (x === 0) { x = 5; }
  else if (x === 1) { }
  else x = 6;
  console.log(`${x}`);
}
