// Maps of maps, of arrays and of sets.
export function start(): void {
  const rows = new Map<string, Map<string, number>>();
  const add = (row: string, column: string, value: number): void => {
    let cells = rows.get(row);
    if (cells === undefined) { cells = new Map(); rows.set(row, cells); }
    cells.set(column, value);
  };
  add("a", "x", 1);
  add("a", "y", 2);
  add("b", "x", 3);
  for (const [row, cells] of rows) for (const [column, value] of cells) console.log(`${row}${column} ${value}`);
  console.log(`${rows.get("a")?.get("y") ?? 0} ${rows.get("c")?.get("y") ?? 0} ${rows.get("b")!.size}`);
  const lists = new Map<number, string[]>();
  for (const word of ["to", "be", "or", "not", "that"]) {
    const list = lists.get(word.length) ?? [];
    list.push(word);
    lists.set(word.length, list);
  }
  for (const [length, words] of lists) console.log(`${length}: ${words.join(" ")}`);
}
