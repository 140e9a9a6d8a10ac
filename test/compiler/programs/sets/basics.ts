// add, has, delete, size, clear, and the order of insertion.
export function start(): void {
  const s = new Set<number>();
  s.add(3).add(1).add(3).add(2);
  console.log(`${s.size} ${s.has(1)} ${s.has(9)} ${s.delete(3)} ${s.delete(3)} ${[...s].join()}`);
  s.add(3);
  let line = "";
  for (const n of s) line += `${n} `;
  s.forEach((n) => { line += `<${n}>`; });
  for (const n of s.values()) line += ` ${n}`;
  console.log(line);
  s.clear();
  console.log(`${s.size} ${[...s].length}`);
}
