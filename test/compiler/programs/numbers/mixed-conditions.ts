// Comparisons as values: kept, compared, counted.
export function start(): void {
  const values = [3, -3, 0, 7, 7];
  let [rises, equals] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    const isRise = values[i]! > values[i - 1]!;
    const isEqual = (values[i]!) === values[i - 1]!;
    if (isRise) rises++;
    equals += isEqual ? 1 : 0;
    console.log(`${isRise} ${isEqual} ${isRise === isEqual} ${isRise !== !isEqual}`);
  }
  const between = (n: number, low: number, high: number): boolean => low <= n && n <= high;
  console.log(`${rises} ${equals} ${values.filter((n) => between(n, 0, 5)).join()} ${between(5, 5, 5)}`);
}
