// A product far below.
export function start(): void {
  const a = [3037000500, -3037000500, 9007199254740991];
  console.log(`${a.length}`);
  console.log(`${a[1]! * a[2]!}`);
}
