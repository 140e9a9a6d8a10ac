// Arrays of tuples, taken apart in loops and parameters.
export function start(): void {
  const rows: [string, number][] = [["a", 3], ["b", 1], ["c", 2]];
  for (const [name, n] of rows) console.log(`${name.repeat(n)}`);
  rows.push(["d", 0]);
  console.log(rows.map(([name, n]) => `${name}${n}`).join(" "));
  console.log(`${rows.reduce((sum, [, n]) => sum + n, 0)} ${rows.findIndex(([name]) => name === "c")}`);
  rows.sort(([, a], [, b]) => a - b);
  console.log(rows.map(([name]) => name).join(""));
  rows[0]![1] = 50;
  console.log(`${rows[0]![0]} ${rows[0]![1]}`);
}
