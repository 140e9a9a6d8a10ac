// A thousand frames unwound at once, many times.
let depth = 0;

function down(n: number): number {
  depth++;
  if (n === 0) throw new Error("bottom");
  return down(n - 1) + n;
}

export function start(): void {
  let caught = 0;
  for (let i = 0; i < 20; i++) {
    try { down(i * 20); } catch { caught++; }
  }
  console.log(`${caught} ${depth}`);
}
