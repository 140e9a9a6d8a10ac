// Many classes below one, each with its own answer.
class Node {
  value(): number { return 0; }
  name(): string { return "node"; }
}
class Leaf extends Node {
  readonly n: number;
  constructor(n: number) { super(); this.n = n; }
  override value(): number { return this.n; }
}
class Binary extends Node {
  readonly a: Node;
  readonly b: Node;
  constructor(a: Node, b: Node) { super(); this.a = a; this.b = b; }
  override name(): string { return `(${this.a.name()} ${this.sign()} ${this.b.name()})`; }
  sign(): string { return "?"; }
}
class Sum extends Binary {
  override value(): number { return this.a.value() + this.b.value(); }
  override sign(): string { return "+"; }
}
class Product extends Binary {
  override value(): number { return this.a.value() * this.b.value(); }
  override sign(): string { return "*"; }
}
class Constant extends Leaf {
  override name(): string { return `${this.n}`; }
}
class Variable extends Leaf {
  override name(): string { return "x"; }
}

export function start(): void {
  const e = new Sum(new Constant(2), new Product(new Variable(5), new Sum(new Constant(3), new Leaf(4))));
  console.log(`${e.name()} = ${e.value()}`);
  const unknown = new Binary(new Leaf(1), e);
  console.log(`${unknown.name()} = ${unknown.value()}`);
}
