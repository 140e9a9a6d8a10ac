// `!` asks again.
class Item {
  value = 1;
}

class Holder {
  item: Item | null = new Item();
}

const valueOf = (item: Item): number => item.value;

export function start(): void {
  const holder = new Holder();
  const empty = (): void => { holder.item = null; };
  if (holder.item !== null) {
    console.log(`${valueOf(holder.item!)}`);
    empty();
    console.log(`${valueOf(holder.item!)}`);
  }
}
