// An assignment to a member of what has become null.
class Item {
  value = 1;
}

class Holder {
  item: Item | null = new Item();
}

export function start(): void {
  const holder = new Holder();
  const empty = (): void => { holder.item = null; };
  if (holder.item !== null) {
    empty();
    console.log("emptied");
    holder.item.value = 5;
  }
}
