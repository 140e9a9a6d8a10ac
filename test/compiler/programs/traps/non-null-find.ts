// `!` of what find did not find.
class Item { readonly id: number; constructor(id: number) { this.id = id; } }

export function start(): void {
  const items = [new Item(1), new Item(2)];
  for (let id = 2; id < 5; id++) console.log(`${items.find((item) => item.id === id)!.id}`);
}
