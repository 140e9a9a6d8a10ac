// `!` of a reference that a map has not.
export function start(): void {
  const m = new Map<number, string[]>();
  m.set(1, ["one"]);
  for (let i = 1; i < 3; i++) console.log(m.get(i)!.join());
}
