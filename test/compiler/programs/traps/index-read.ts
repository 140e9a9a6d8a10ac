// An element behind the last.
export function start(): void {
  const a = [1, 2, 3];
  let sum = 0;
  for (let i = 0; i <= a.length; i++) {
    sum += a[i]!;
    console.log(`${sum}`);
  }
}
