// A hash map with open addresses, written by hand.
class HashMap {
  #keys: string[] = new Array<string>(8).fill("");
  #values = new Array<number>(8).fill(0);
  #count = 0;

  static hash(key: string): number {
    let h = 2166136261;
    for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 16777619);
    return h >>> 0;
  }

  #slot(key: string): number {
    let i = HashMap.hash(key) % this.#keys.length;
    while (this.#keys[i]! !== "" && this.#keys[i]! !== key) i = (i + 1) % this.#keys.length;
    return i;
  }

  set(key: string, value: number): void {
    if (2 * this.#count >= this.#keys.length) this.#grow();
    const i = this.#slot(key);
    if ((this.#keys[i]!) === "") this.#count++;
    this.#keys[i] = key;
    this.#values[i] = value;
  }

  get(key: string, otherwise: number): number {
    const i = this.#slot(key);
    return (this.#keys[i]!) === "" ? otherwise : this.#values[i]!;
  }

  get size(): number {
    return this.#count;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Array<string>(keys.length * 2).fill("");
    this.#values = new Array<number>(keys.length * 2).fill(0);
    this.#count = 0;
    for (let i = 0; i < keys.length; i++) if (keys[i]! !== "") this.set(keys[i]!, values[i]!);
  }
}

export function start(): void {
  const map = new HashMap();
  for (let i = 0; i < 200; i++) map.set(`key${i % 77}`, i);
  console.log(`${map.size} ${map.get("key5", -1)} ${map.get("key76", -1)} ${map.get("none", -1)} ${HashMap.hash("hello")}`);
}
