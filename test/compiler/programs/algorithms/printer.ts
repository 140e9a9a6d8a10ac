// A printer of nested values, as JSON has them.
abstract class Value {
  abstract text(indent: string): string;
}

class Num extends Value {
  readonly n: number;
  constructor(n: number) { super(); this.n = n; }
  text(): string { return `${this.n}`; }
}

class Str extends Value {
  readonly s: string;
  constructor(s: string) { super(); this.s = s; }
  text(): string {
    let out = "\"";
    for (let i = 0; i < this.s.length; i++) {
      const c = this.s.charCodeAt(i);
      if (c === 34 || c === 92) out += "\\" + String.fromCharCode(c);
      else if (c < 32) out += `\\u${c.toString(16).padStart(4, "0")}`;
      else out += String.fromCharCode(c);
    }
    return out + "\"";
  }
}

class List extends Value {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) { super(); this.items = items; }
  text(indent: string): string {
    return `[${this.items.map((item) => item.text(indent)).join(", ")}]`;
  }
}

class Obj extends Value {
  readonly fields = new Map<string, Value>();
  with(name: string, value: Value): this {
    this.fields.set(name, value);
    return this;
  }
  text(indent: string): string {
    const inner = indent + "  ";
    const lines = [...this.fields].map(([name, value]) => `${inner}"${name}": ${value.text(inner)}`);
    return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${indent}}`;
  }
}

export function start(): void {
  const value = new Obj()
    .with("name", new Str("a \"quoted\"\n\\name"))
    .with("sizes", new List([new Num(1), new Num(-2), new List([])]))
    .with("inner", new Obj().with("empty", new Obj()).with("list", new List([new Obj().with("x", new Num(0))])));
  console.log(value.text(""));
}
