// What stands behind <<= may begin as type arguments would.

class Stack<T> {
  readonly #items: T[] = [];

  top(otherwise: T): T {
    return this.#items.length === 0 ? otherwise : this.#items[this.#items.length - 1]!;
  }
}

export function start(): void {
  const bytes = new Int8Array([1, -128, 127]);
  const index = -7 % bytes.length;
  bytes[Math.abs(index)]! <<= new Stack<number>().top(3);
  bytes[2]! <<= (new Stack<number>().top(1));
  const numbers = [5, 6];
  numbers[Math.abs(index) - 1]! <<= new Stack<number>().top(30);
  console.log(`${[...bytes].join()} ${numbers.join()}`);
}
