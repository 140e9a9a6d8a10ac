// indexOf, includes, find, findIndex, some, every.
class Item { readonly id: number; constructor(id: number) { this.id = id; } }

export function start(): void {
  const a = [5, 3, 5, -1, 0];
  console.log(`${a.indexOf(5)} ${a.indexOf(5, 1)} ${a.indexOf(7)} ${a.indexOf(5, -3)} ${a.indexOf(0, 9)} ${a.includes(-1)} ${a.includes(4)} ${a.includes(5, 3)}`);
  console.log(`${a.findIndex((n) => n < 0)} ${a.findIndex((n) => n > 9)} ${a.some((n) => n === 0)} ${a.every((n) => n >= 0)}`);
  const empty: number[] = [];
  console.log(`${empty.some(() => true)} ${empty.every(() => false)} ${empty.indexOf(0)} ${empty.findIndex(() => true)}`);
  const items = [new Item(1), new Item(2), new Item(3)];
  console.log(`${items.find((i) => i.id > 1)?.id ?? 0} ${items.find((i) => i.id > 5)?.id ?? 0} ${items.indexOf(items[2]!)} ${items.includes(new Item(1))}`);
  console.log(items.find((i) => i.id === 3)!.id === 3 ? "found" : "lost");
}
