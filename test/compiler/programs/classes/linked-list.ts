// Objects that refer to each other, and null at the end.
class Node {
  readonly value: number;
  next: Node | null;

  constructor(value: number, next: Node | null) {
    this.value = value;
    this.next = next;
  }
}

function text(list: Node | null): string {
  let out = "";
  for (let node = list; node !== null; node = node.next) out += `${node.value} `;
  return `[${out.trim()}]`;
}

function reversed(list: Node | null): Node | null {
  let result: Node | null = null;
  while (list) {
    const next: Node | null = list.next;
    list.next = result;
    result = list;
    list = next;
  }
  return result;
}

export function start(): void {
  let list: Node | null = null;
  for (let i = 0; i < 6; i++) list = new Node(i * i, list);
  console.log(text(list));
  list = reversed(list);
  console.log(text(list));
  console.log(`${list?.next?.next?.value ?? -1} ${text(null)} ${list === null}`);
}
