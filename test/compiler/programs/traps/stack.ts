// A recursion without end.
function down(n: number): number {
  return down(n + 1) + 1;
}

export function start(): void {
  console.log("down");
  console.log(`${down(0)}`);
}
