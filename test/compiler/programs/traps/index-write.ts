// An array does not grow by assignment.
export function start(): void {
  const a = [1, 2];
  a[1] = 5;
  console.log(a.join());
  a[2] = 6;
  console.log(a.join());
}
