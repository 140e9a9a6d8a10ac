// What was tested, and was changed since: a member of null stops the program, a test asks again.
class Item {
  value = 1;
}

class Holder {
  item: Item | null = new Item();
  isFull = true;

  empty(): void {
    this.item = null;
    this.isFull = false;
  }
}

const table = { isOpen: false };

function close(): void {
  table.isOpen = false;
}

export function start(): void {
  const holder = new Holder();
  holder.isFull = true;
  if (holder.item !== null) {
    holder.empty();
    console.log(holder.item !== null ? "there" : "gone");
    console.log(`${holder.isFull}`);
  }
  table.isOpen = true;
  close();
  console.log(table.isOpen ? "open" : "closed");
  let item: Item | null = new Item();
  const drop = (): void => { item = null; };
  try {
    if (item !== null) {
      drop();
      console.log("now");
      console.log(`${item.value}`);
    }
  } catch {
    console.log("caught");
  } finally {
    console.log("finally");
  }
}
