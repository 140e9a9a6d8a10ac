// Every order of some elements.
function permutations(items: readonly string[]): string[] {
  if (items.length <= 1) return [items.join("")];
  const all: string[] = [];
  for (let i = 0; i < items.length; i++) {
    const rest = [...items.slice(0, i), ...items.slice(i + 1)];
    for (const tail of permutations(rest)) all.push(items[i]! + tail);
  }
  return all;
}

export function start(): void {
  console.log(permutations("a b c d".split(" ")).join(" "));
  console.log(`${permutations([]).length} ${permutations(["x"]).join()}`);
}
