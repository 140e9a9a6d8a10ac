// Properties through an interface, read and written, as a field in one class and as accessors in another.
interface Level {
  value: number;
  readonly limit: number;
}

class Plain implements Level {
  a = 0;
  value = 1;
  readonly limit = 10;
}

class Clamped implements Level {
  #v = 2;
  get value(): number { return this.#v; }
  set value(v: number) { this.#v = Math.min(v, this.limit); }
  get limit(): number { return 4 + 1; }
}

function raise(level: Level, by: number): string {
  level.value += by;
  level.value++;
  return `${level.value}/${level.limit}`;
}

export function start(): void {
  const levels: Level[] = [new Plain(), new Clamped()];
  for (const level of levels) console.log(`${raise(level, 1)} ${raise(level, 5)}`);
}
