// The order of insertion; entries, keys, values, forEach.
export function start(): void {
  const m = new Map<number, string>();
  for (const n of [5, 1, 9, 3, 1, 7]) m.set(n, `v${n}`);
  m.delete(9);
  m.set(9, "again");
  m.set(5, "changed");
  let line = "";
  for (const [k, v] of m) line += `${k}:${v} `;
  for (const k of m.keys()) line += `${k} `;
  for (const v of m.values()) line += `${v} `;
  for (const [k] of m.entries()) line += `${k} `;
  m.forEach((v, k) => { line += `${v}@${k} `; });
  console.log(line);
  console.log(`${[...m.keys()].join()} ${[...m.values()].join()} ${[...m].length} ${[...m].map(([k, v]) => k + v.length).join()}`);
}
