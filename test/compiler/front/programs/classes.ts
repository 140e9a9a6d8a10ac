// Classes: heirs, accessors, private members, generics, null.

abstract class Base {
  protected items: number[] = [];
  readonly id: number;
  static made = 0;
  constructor(id: number) { this.id = id; Base.made++; this.items.push(id); }
  abstract get label(): string;
  describe(extra = "!"): string { return `${this.label}${this.id}[${this.items.join()}]${extra}`; }
  set first(v: number) { this.items[0] = v; }
  get first(): number { return this.items[0]!; }
}
class A extends Base {
  #secret = "s";
  get label(): string { return `A${this.#secret}`; }
  equals(o: A): boolean { return this.#secret === o.#secret; }
}
class B extends A {
  extra: number;
  constructor() { super(9); this.extra = 5; }
  override get label(): string { return "B"; }
  override describe(extra = "?"): string { return `${super.describe(extra)}${this.extra}`; }
}
class Stack<T> {
  #items: T[] = [];
  push(x: T): this { this.#items.push(x); return this; }
  last(): T { return this.#items[this.#items.length - 1]!; }
  get size(): number { return this.#items.length; }
  map<U>(f: (x: T) => U): Stack<U> { const r = new Stack<U>(); for (const x of this.#items) r.push(f(x)); return r; }
}
class Node2 { next: Node2 | null = null; constructor(public_: number) { this.v = public_; } v: number; }
function isA(x: Base): string { return x instanceof B ? "B" : x instanceof A ? "A" : "?"; }
class Empty { readonly n = 1; }
export function start(): void {
  const a = new A(3), b = new B();
  const all: Base[] = [a, b];
  for (const each of all) { each.first += 100; console.log(`${each.describe()} ${each.describe("#")} ${isA(each)} ${each.first}`); }
  console.log(`${Base.made} ${a.equals(b)} ${b.extra}`);
  const s = new Stack<string>().push("x").push("yy");
  console.log(`${s.map((t) => t.length).push(7).size} ${s.last()} ${s.size}`);
  let head: Node2 | null = null;
  for (let i = 0; i < 3; i++) { const n = new Node2(i); n.next = head; head = n; }
  let text = "";
  for (let at = head; at !== null; at = at.next) text += `${at.v}`;
  console.log(text);
  const e = new Empty(), e2 = new Empty();
  console.log(`${e === e2} ${e === e}`);
  console.log(`${head?.v ?? 0}`);
}
