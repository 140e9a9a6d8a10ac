// An interface of another, and a class with two.
interface Named { readonly name: string }
interface Sized { size(): number }
interface Thing extends Named, Sized { grow(by: number): void }

class Plant implements Thing {
  readonly name: string;
  #height = 1;
  constructor(name: string) { this.name = name; }
  size(): number { return this.#height; }
  grow(by: number): void { this.#height += by; }
}

class Stone implements Named, Sized {
  readonly name = "stone";
  size(): number { return 3; }
}

function total(all: readonly Sized[]): number {
  return all.reduce((sum, each) => sum + each.size(), 0);
}

const names = (all: readonly Named[]): string => all.map((each) => each.name).join("+");

export function start(): void {
  const [oak, stone] = [new Plant("oak"), new Stone()];
  const thing: Thing = oak;
  thing.grow(9);
  console.log(`${total([oak, stone])} ${names([oak, stone])} ${names([thing])}`);
}
