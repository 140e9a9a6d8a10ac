// Every member of a ReadonlyMap.
function show(m: ReadonlyMap<string, number>): void {
  let line = `${m.size} ${m.has("a")} ${m.get("b") ?? -1}`;
  for (const [k, v] of m) line += ` ${k}${v}`;
  for (const [k, v] of m.entries()) line += ` ${k}=${v}`;
  for (const k of m.keys()) line += ` ${k}`;
  for (const v of m.values()) line += ` ${v}`;
  m.forEach((v, k) => { line += ` ${v}${k}`; });
  console.log(line);
}

export function start(): void {
  const m = new Map<string, number>();
  show(m);
  m.set("b", 2).set("a", 1);
  show(m);
}
