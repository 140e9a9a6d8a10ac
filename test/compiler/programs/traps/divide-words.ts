// A division of words by zero.
export function start(): void {
  let w = 4n;
  for (let i = 0; i < 5; i++) {
    console.log(`${100n / w}`);
    w >>= 1n;
  }
}
