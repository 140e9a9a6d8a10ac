// A remainder by zero.
export function start(): void {
  const values = [5, 3, 0, 1];
  for (const v of values) console.log(`${17 % v}`);
}
