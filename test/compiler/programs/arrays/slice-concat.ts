// slice with every kind of end; concat; copies do not change the original.
export function start(): void {
  const a = [10, 11, 12, 13, 14];
  for (const start of [-9, -5, -2, 0, 3, 5, 9]) {
    let line = `${start}: ${a.slice(start).join(",")}`;
    for (const end of [-9, -1, 0, 2, 9]) line += ` | ${a.slice(start, end).join(",")}`;
    console.log(line);
  }
  const b = a.slice();
  b[0] = 0;
  b.push(99);
  console.log(`${a.join(",")} ${b.join(",")} ${a.concat(b).join(",")} ${a.concat([]).length} ${a.length}`);
  const empty: string[] = [];
  console.log(`${empty.concat(["a"], ).concat(empty).join()} ${empty.slice(0, 3).length}`);
}
