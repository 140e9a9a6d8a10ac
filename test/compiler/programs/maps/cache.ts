// A map that forgets what is oldest.
class Cache {
  readonly #entries = new Map<string, number>();
  readonly #limit: number;
  misses = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): number {
    const known = this.#entries.has(key);
    const value = known ? this.#entries.get(key)! : key.length * 10;
    if (known) this.#entries.delete(key);
    else this.misses++;
    this.#entries.set(key, value);
    if (this.#entries.size > this.#limit) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
    return value;
  }

  text(): string {
    return [...this.#entries.keys()].join(" ");
  }
}

export function start(): void {
  const cache = new Cache(3);
  let sum = 0;
  for (const key of ["a", "bb", "a", "ccc", "dddd", "bb", "a"]) {
    sum += cache.get(key);
    console.log(cache.text());
  }
  console.log(`${sum} ${cache.misses}`);
}
