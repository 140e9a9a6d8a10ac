// A trap passes the catches of all callers by.
function f(n: number): number {
  try {
    return n === 0 ? Math.trunc(1 / n) : f(n - 1);
  } catch {
    return 7;
  } finally {
    console.log("never");
  }
}

export function start(): void {
  console.log("before");
  try { console.log(`${f(3)}`); } catch { console.log("never"); }
}
