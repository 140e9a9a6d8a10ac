// readonly arrays are read as others are.
function sum(values: readonly number[]): number {
  let total = 0;
  for (let i = values.length - 1; i >= 0; i--) total += values[i]!;
  return total + values.reduce((a, b) => Math.max(a, b), 0);
}

class Bag {
  readonly #items: string[] = [];
  add(item: string): void { this.#items.push(item); }
  get items(): readonly string[] { return this.#items; }
}

export function start(): void {
  console.log(`${sum([1, 2, 3])} ${sum([])}`);
  const bag = new Bag();
  const view = bag.items;
  bag.add("a");
  bag.add("b");
  console.log(`${view.length} ${view.join()} ${view.slice(1).concat(["c"]).join()} ${bag.items === view}`);
}
