// `!` of null.
class Node {
  next: Node | null = null;
}

export function start(): void {
  const a = new Node();
  a.next = new Node();
  console.log(`${a.next.next === null}`);
  let node = a;
  while (true) {
    node = node.next!;
    console.log("on");
  }
}
