// A division by zero under | 0.
export function start(): void {
  let d = 3;
  while (d > -3) {
    console.log(`${(10 / d) | 0}`);
    d--;
  }
}
