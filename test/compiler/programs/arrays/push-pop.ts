// Arrays that grow and shrink at their end.
export function start(): void {
  const a: number[] = [];
  let sum = 0;
  for (let i = 0; i < 1000; i++) sum += a.push(i);
  console.log(`${a.length} ${sum} ${a[0]!} ${a[999]!}`);
  for (let i = 0; i < 990; i++) sum -= a.pop()!;
  console.log(`${a.length} ${sum} ${a.join(",")}`);
  while (a.length > 0) a.pop();
  a.push(5, 6, 7);
  console.log(`${a.join(",")} ${a.pop() ?? -1} ${a.pop() ?? -1} ${a.pop() ?? -1} ${a.pop() ?? -1} ${a.length}`);
  const s: string[] = ["x"];
  console.log(`${s.push("y", "z")} ${s.pop()!} ${s.pop() ?? ""} ${s.pop()!} ${s.pop() ?? "none"}`);
}
