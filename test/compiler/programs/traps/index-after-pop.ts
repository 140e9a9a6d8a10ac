// An index that was good before.
export function start(): void {
  const a = [1, 2, 3];
  const last = a.length - 1;
  console.log(`${a[last]!}`);
  a.pop();
  console.log(`${a[last]!}`);
}
