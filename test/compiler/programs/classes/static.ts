// Static fields and methods, and a class that counts its objects.
class Id {
  static #next = 1;
  static readonly NONE = 0;
  static made: Id[] = [];
  readonly value: number;

  constructor() {
    this.value = Id.#next++;
    Id.made.push(this);
  }

  static reset(): void {
    Id.#next = 100;
  }

  static make(count: number): number {
    let last = Id.NONE;
    for (let i = 0; i < count; i++) last = new Id().value;
    return last;
  }
}

export function start(): void {
  console.log(`${Id.make(3)} ${Id.made.length}`);
  Id.reset();
  console.log(`${Id.make(2)} ${Id.made.map((id) => id.value).join(" ")} ${Id.make(0)}`);
}
