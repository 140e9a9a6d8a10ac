// Ways out of the middle.
function find(rows: readonly (readonly number[])[], wanted: number): string {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    for (let j = 0; j < row.length; j++) {
      if ((row[j]!) === wanted) return `${i},${j}`;
      if (row[j]! > wanted) break;
    }
  }
  return "none";
}

export function start(): void {
  const rows = [[1, 4, 9], [], [2, 3, 5, 8], [7]];
  for (const n of [1, 9, 5, 6, 7, 10]) console.log(`${n}: ${find(rows, n)}`);
}
