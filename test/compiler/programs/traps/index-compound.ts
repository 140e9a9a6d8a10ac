// A compound assignment reads first.
function value(): number {
  console.log("never");
  return 1;
}

export function start(): void {
  const a = [0];
  a[0]! += 1;
  console.log(a.join());
  a[1]! += value();
}
