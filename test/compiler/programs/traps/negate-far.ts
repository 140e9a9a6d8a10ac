// Far results from near operands.
export function start(): void {
  const values = [1, 1000, 1000000, 1000000000, 9007199254740991];
  for (const v of values) console.log(`${-v} ${v - v * 2}`);
}
