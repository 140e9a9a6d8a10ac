// Rows of their own.
function grid(width: number, height: number): number[][] {
  const rows: number[][] = [];
  for (let y = 0; y < height; y++) rows.push(new Array<number>(width).fill(y));
  return rows;
}

export function start(): void {
  const g = grid(4, 3);
  for (let y = 0; y < 3; y++) for (let x = 0; x < 4; x++) g[y]![x]! += x * 10;
  for (const row of g) console.log(row.join(" "));
  const t: number[][] = [];
  for (let x = 0; x < 4; x++) t.push(g.map((row) => row[x]!));
  console.log(t.map((row) => row.join(",")).join(";"));
  [g[0], g[2]] = [g[2]!, g[0]!];
  console.log(`${g[0]![3]!} ${g[2]![3]!}`);
}
