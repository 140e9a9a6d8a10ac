// A generic record, and a generic closure type.
interface Entry<K, V> { readonly key: K; value: V }
type Mapper<A, B> = (a: A) => B;

class Table<K, V> {
  readonly #entries: Entry<K, V>[] = [];

  set(key: K, value: V): void {
    for (const entry of this.#entries) {
      if (entry.key === key) { entry.value = value; return; }
    }
    this.#entries.push({ key, value });
  }

  get(key: K, otherwise: V): V {
    for (const entry of this.#entries) if (entry.key === key) return entry.value;
    return otherwise;
  }

  values<U>(f: Mapper<V, U>): U[] {
    return this.#entries.map((entry) => f(entry.value));
  }
}

export function start(): void {
  const t = new Table<string, number>();
  t.set("a", 1);
  t.set("b", 2);
  t.set("a", 3);
  console.log(`${t.get("a", 0)} ${t.get("c", -1)} ${t.values((n) => n * 10).join(" ")}`);
  const u = new Table<number, string>();
  u.set(5, "five");
  console.log(`${u.get(5, "")}${u.get(6, "none")} ${u.values((s) => s.length).join(" ")}`);
}
