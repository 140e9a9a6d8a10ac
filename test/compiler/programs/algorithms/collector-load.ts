// Much garbage, and a little that stays.
class Node {
  readonly next: Node | null;
  readonly value: number;
  constructor(value: number, next: Node | null) { this.value = value; this.next = next; }
}

export function start(): void {
  let kept: Node | null = null;
  let total = 0;
  for (let i = 0; i < 20000; i++) {
    const garbage = [i, i + 1, i + 2];
    total += garbage.map((n) => n * 2).length;
    const text = `${i}`.padStart(20, "0");
    if (i % 1000 === 0) kept = new Node(text.length + i, kept);
  }
  let line = "";
  for (let node = kept; node !== null; node = node.next) line += `${node.value} `;
  console.log(`${total} ${line}`);
}
