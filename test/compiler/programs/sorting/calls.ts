// How often and with what the comparison is called.
export function start(): void {
  for (const a of [[2, 1], [1, 2, 3], [3, 2, 1], [2, 3, 1, 5, 4], [1, 1, 1]]) {
    const calls: string[] = [];
    a.sort((x, y) => { calls.push(`${x}${y}`); return x - y; });
    console.log(`${a.join()} after ${calls.join(" ")}`);
  }
}
