// ++ at the greatest safe integer.
class Counter {
  n = Number.MAX_SAFE_INTEGER - 1;
}

export function start(): void {
  const c = new Counter();
  console.log(`${c.n++}`);
  console.log(`${c.n}`);
  console.log(`${c.n++}`);
}
