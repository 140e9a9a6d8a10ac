// Literals, length, elements.
export function start(): void {
  const empty: number[] = [];
  const a = [3, 1, 2];
  const nested = [[1], [2, 3], []];
  console.log(`${empty.length} ${a.length} ${a[0]!} ${a[2]!} ${nested.length} ${nested[1]![1]!} ${nested[2]!.length}`);
  a[1] = a[0]! * 10;
  a[a.length - 1] = a[a.length - 1]! + 100;
  console.log(a.join(" "));
  const b = a;
  b[0] = 7;
  console.log(`${a[0]!} ${a === b}`);
  const flags = [true, false, 1 < 2];
  flags[1] = !flags[1]!;
  console.log(flags.join());
}
