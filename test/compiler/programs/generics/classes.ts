// A generic class, with values of each kind.
class Queue<T> {
  #items: T[] = [];
  #head = 0;

  put(item: T): this {
    this.#items.push(item);
    return this;
  }

  take(otherwise: T): T {
    if (this.#head === this.#items.length) return otherwise;
    return this.#items[this.#head++]!;
  }

  get size(): number {
    return this.#items.length - this.#head;
  }

  map<U>(f: (item: T) => U): Queue<U> {
    const result = new Queue<U>();
    for (let i = this.#head; i < this.#items.length; i++) result.put(f(this.#items[i]!));
    return result;
  }
}

export function start(): void {
  const q = new Queue<number>().put(1).put(2).put(3);
  console.log(`${q.take(0)} ${q.size} ${q.map((n) => `<${n}>`).take("")} ${q.map((n) => BigInt(n)).map((w) => BigInt.asUintN(64, w << 1n) === 4n).take(false)}`);
  const s = new Queue<string>();
  console.log(`${s.take("none")} ${s.put("a").take("none")} ${s.size}`);
  const qq = new Queue<Queue<number>>().put(q);
  console.log(`${qq.take(new Queue()).take(0)} ${qq.take(q).take(0)} ${qq.take(q).take(0)}`);
}
