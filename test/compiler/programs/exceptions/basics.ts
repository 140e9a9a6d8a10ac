// throw, catch, and what happens behind.
function risky(n: number): number {
  if (n > 2) throw new Error(`too large: ${n}`);
  return n * 10;
}

export function start(): void {
  for (let n = 0; n < 5; n++) {
    try {
      console.log(`got ${risky(n)}`);
    } catch (e) {
      if (e instanceof Error) console.log(`caught ${e.message}`);
    }
  }
  try { throw new Error(); } catch (e) { console.log(e instanceof Error ? `[${e.message}]` : "no"); }
  console.log("end");
}
