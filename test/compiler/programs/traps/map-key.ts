// `!` of what a map has not.
export function start(): void {
  const m = new Map<string, number>();
  m.set("a", 1);
  console.log(`${m.get("a")!}`);
  console.log(`${m.get("b")!}`);
}
