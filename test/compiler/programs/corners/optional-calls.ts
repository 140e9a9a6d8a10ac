// f?.() of members, in the middle of chains; what a chain leaves out is not computed.
class Node {
  value = 1;
  next: Node | null = null;
  change: ((n: number) => number) | null = null;

  plus(n: number): number {
    return this.value + n;
  }
}

export function start(): void {
  const node = new Node();
  node.next = new Node();
  node.next.change = (n) => 2 * n;
  let computed = 0;
  const one = (): number => { computed++; return 1; };
  console.log(`${node.next?.change?.(4) ?? 0} ${node.change?.(one()) ?? 9} ${computed}`);
  console.log(`${node.next.next?.next?.next?.value ?? 3} ${node.next?.next?.plus(one()) ?? -1}`);
  console.log(`${node.next?.plus(one()) ?? -1} ${computed}`);
}
