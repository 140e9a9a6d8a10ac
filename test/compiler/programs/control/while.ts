// while and do...while, with break and continue.
export function start(): void {
  let n = 27;
  let steps = 0;
  while (n !== 1) {
    n = n % 2 === 0 ? Math.trunc(n / 2) : 3 * n + 1;
    steps++;
  }
  console.log(`${steps}`);
  let i = 0;
  do {
    i++;
    if (i === 2) continue;
    if (i > 5) break;
    console.log(`${i}`);
  } while (i < 10);
  console.log(`after ${i}`);
  do console.log("once"); while (i < 0);
  while (false) console.log("never");
  while (true) { if (++i > 20) break; }
  console.log(`${i}`);
}
