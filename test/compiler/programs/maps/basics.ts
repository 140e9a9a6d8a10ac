// set, get, has, delete, size, clear.
export function start(): void {
  const m = new Map<string, number>();
  console.log(`${m.size} ${m.has("a")} ${m.get("a") ?? -1} ${m.delete("a")}`);
  m.set("a", 1).set("b", 2).set("a", 3);
  console.log(`${m.size} ${m.get("a")!} ${m.get("b") ?? 0} ${m.get("c") ?? 0}`);
  console.log(`${m.delete("a")} ${m.delete("a")} ${m.size} ${m.has("a")}`);
  m.set("a", 9);
  let line = "";
  for (const [key, value] of m) line += `${key}=${value} `;
  console.log(line);
  m.clear();
  console.log(`${m.size} ${m.has("b")}`);
  m.set("", 0);
  console.log(`${m.size} ${m.get("")!}`);
}
