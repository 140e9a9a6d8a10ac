// An index below zero.
export function start(): void {
  const a = ["a", "b"];
  for (let i = 1; i > -3; i--) console.log(a[i]!);
}
