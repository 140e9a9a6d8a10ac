// A ring of bytes.
class Ring {
  readonly #bytes: Uint8Array;
  #head = 0;
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  put(byte: number): boolean {
    if (this.#length === this.#bytes.length) return false;
    this.#bytes[(this.#head + this.#length++) % this.#bytes.length] = byte;
    return true;
  }

  take(): number {
    if (this.#length === 0) return -1;
    const byte = this.#bytes[this.#head]!;
    this.#head = (this.#head + 1) % this.#bytes.length;
    this.#length--;
    return byte;
  }
}

export function start(): void {
  const ring = new Ring(4);
  let line = "";
  for (let i = 0; i < 30; i++) {
    line += i % 3 === 2 ? `${ring.take()} ` : `${ring.put(i * 11)} `;
  }
  console.log(line);
}
