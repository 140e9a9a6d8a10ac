// A binary tree, walked in order.
class Tree {
  readonly key: number;
  left: Tree | null = null;
  right: Tree | null = null;

  constructor(key: number) {
    this.key = key;
  }

  insert(key: number): boolean {
    if (key === this.key) return false;
    if (key < this.key) {
      if (this.left !== null) return this.left.insert(key);
      this.left = new Tree(key);
    } else {
      if (this.right !== null) return this.right.insert(key);
      this.right = new Tree(key);
    }
    return true;
  }

  walk(visit: (key: number) => void): void {
    this.left?.walk(visit);
    visit(this.key);
    this.right?.walk(visit);
  }

  get depth(): number {
    return 1 + Math.max(this.left?.depth ?? 0, this.right?.depth ?? 0);
  }
}

export function start(): void {
  const root = new Tree(50);
  let seed = 7;
  let added = 1;
  for (let i = 0; i < 60; i++) {
    seed = seed * 37 % 101;
    if (root.insert(seed)) added++;
  }
  const keys: number[] = [];
  root.walk((key) => keys.push(key));
  console.log(`${added} ${keys.length} ${root.depth} ${keys.join(" ")}`);
}
