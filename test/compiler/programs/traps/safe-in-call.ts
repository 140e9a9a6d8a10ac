// The trap of an argument comes before the call.
function f(n: number): number {
  console.log(`called with ${n}`);
  return n;
}

export function start(): void {
  console.log(`${f(Number.MAX_SAFE_INTEGER)}`);
  console.log(`${f(Number.MAX_SAFE_INTEGER + 1)}`);
}
