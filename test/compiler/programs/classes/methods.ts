// Methods, chaining, and methods that call each other.
class Stack {
  readonly #items: number[] = [];

  push(n: number): this {
    this.#items.push(n);
    return this;
  }

  pop(): number {
    return this.isEmpty() ? -1 : this.#items.pop()!;
  }

  isEmpty(): boolean {
    return this.#items.length === 0;
  }

  #top(): number {
    return this.#items[this.#items.length - 1]!;
  }

  text(): string {
    return this.isEmpty() ? "empty" : `${this.#items.join(" ")} (${this.#top()})`;
  }
}

export function start(): void {
  const s = new Stack().push(1).push(2).push(3);
  console.log(s.text());
  console.log(`${s.pop()} ${s.pop()} ${s.text()} ${s.pop()} ${s.pop()} ${s.text()}`);
}
