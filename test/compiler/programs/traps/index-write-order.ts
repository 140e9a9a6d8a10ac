// The value is computed before the index is found out of range.
function value(): number {
  console.log("value");
  return 1;
}

export function start(): void {
  const a = [0];
  a[7] = value();
  console.log("never");
}
