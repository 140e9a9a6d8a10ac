// Objects made at compile time that refer to each other.
class Node {
  readonly name: string;
  readonly next: Node | null;
  visits = 0;
  constructor(name: string, next: Node | null) { this.name = name; this.next = next; }
}

const TAIL = new Node("tail", null);
const HEAD = new Node("head", new Node("middle", TAIL));
const BY_NAME = new Map<string, Node>();
const REGISTERED = register(HEAD);
const WORDS = "to be or not to be".split(" ");
const FLAGS = new BigUint64Array([1n, 0x8000_0000_0000_0000n]);
const ADD = (a: number) => (b: number): number => a + b;
const ADD5 = ADD(5);

function register(node: Node | null): number {
  if (node === null) return 0;
  BY_NAME.set(node.name, node);
  return 1 + register(node.next);
}

export function start(): void {
  for (let node: Node | null = HEAD; node !== null; node = node.next) node.visits++;
  console.log(`${REGISTERED} ${BY_NAME.size} ${BY_NAME.get("tail") === TAIL} ${TAIL.visits} ${[...BY_NAME.keys()].join()}`);
  BY_NAME.set("new", new Node("new", HEAD));
  WORDS.push("?");
  console.log(`${BY_NAME.size} ${BY_NAME.get("new")!.next!.name} ${WORDS.join("_")} ${FLAGS[1]!} ${ADD5(6)}`);
}
