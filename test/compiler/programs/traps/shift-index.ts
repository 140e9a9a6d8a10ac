// A trap deep inside an expression: what stands before it has happened.
let calls = 0;

function tick(n: number): number {
  calls++;
  console.log(`tick ${calls}`);
  return n;
}

export function start(): void {
  const a = [10, 20, 30];
  console.log(`${tick(1) + a[tick(2)]! * tick(3)}`);
  console.log(`${tick(1) + a[tick(3)]! * tick(4)}`);
}
