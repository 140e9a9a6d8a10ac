// A division by zero under Math.floor.
export function start(): void {
  for (let n = 2; n >= -2; n--) console.log(`${Math.floor(100 / n)}`);
}
