// A thousand and a half frames at once.
function depth(n: number): number {
  return n === 0 ? 0 : depth(n - 1) + 1;
}

function list(n: number): string {
  return n === 0 ? "" : list(n - 1) + (n % 100 === 0 ? `${n} ` : "");
}

export function start(): void {
  console.log(`${depth(1500)} ${list(1000)}`);
}
