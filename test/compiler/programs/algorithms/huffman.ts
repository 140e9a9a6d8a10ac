// Codes by how often letters stand in a text.
class Tree {
  readonly weight: number;
  readonly letter: string;
  readonly left: Tree | null;
  readonly right: Tree | null;

  constructor(weight: number, letter: string, left: Tree | null, right: Tree | null) {
    this.weight = weight;
    this.letter = letter;
    this.left = left;
    this.right = right;
  }

  codes(prefix: string, into: Map<string, string>): void {
    if (this.left === null || this.right === null) { into.set(this.letter, prefix); return; }
    this.left.codes(prefix + "0", into);
    this.right.codes(prefix + "1", into);
  }
}

function treeOf(text: string): Tree {
  const counts = new Map<string, number>();
  for (const letter of text.split("")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const heap = [...counts].map(([letter, weight]) => new Tree(weight, letter, null, null));
  while (heap.length > 1) {
    heap.sort((a, b) => (b.weight !== a.weight ? b.weight - a.weight : a.letter < b.letter ? 1 : -1));
    const [a, b] = [heap.pop()!, heap.pop()!];
    heap.push(new Tree(a.weight + b.weight, a.letter < b.letter ? a.letter : b.letter, a, b));
  }
  return heap[0]!;
}

function decode(tree: Tree, bits: string): string {
  let [out, node] = ["", tree];
  for (let i = 0; i < bits.length; i++) {
    node = bits.charCodeAt(i) === 48 ? node.left! : node.right!;
    if (node.left === null) {
      out += node.letter;
      node = tree;
    }
  }
  return out;
}

export function start(): void {
  const text = "this is an example of a huffman tree";
  const tree = treeOf(text);
  const codes = new Map<string, string>();
  tree.codes("", codes);
  const bits = text.split("").map((letter) => codes.get(letter)!).join("");
  for (const [letter, code] of codes) console.log(`[${letter}] ${code}`);
  console.log(`${bits.length} ${bits}`);
  console.log(decode(tree, bits));
}
