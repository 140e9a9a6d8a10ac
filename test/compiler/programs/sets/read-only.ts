// Every member of a ReadonlySet.
function show(s: ReadonlySet<number>): void {
  let line = `${s.size} ${s.has(3)}`;
  for (const n of s) line += ` ${n}`;
  for (const n of s.values()) line += ` ${n}`;
  s.forEach((n) => { line += ` <${n}>`; });
  console.log(line);
}

export function start(): void {
  const s = new Set<number>();
  show(s);
  s.add(3).add(1);
  show(s);
}
