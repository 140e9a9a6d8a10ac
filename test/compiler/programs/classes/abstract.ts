// Abstract members, and a method made of them.
abstract class Shape {
  abstract readonly name: string;
  abstract area(): number;
  abstract scale(by: number): Shape;

  text(): string {
    return `${this.name} ${this.area()} ${this.scale(2).area()}`;
  }
}

class Square extends Shape {
  readonly name = "square";
  readonly #side: number;

  constructor(side: number) {
    super();
    this.#side = side;
  }

  area(): number {
    return this.#side * this.#side;
  }

  scale(by: number): Square {
    return new Square(this.#side * by);
  }
}

class Box extends Shape {
  readonly name = "box";
  readonly #w: number;
  readonly #h: number;

  constructor(w: number, h: number) {
    super();
    this.#w = w;
    this.#h = h;
  }

  area(): number {
    return this.#w * this.#h;
  }

  scale(by: number): Box {
    return new Box(this.#w * by, this.#h);
  }
}

export function start(): void {
  const shapes: Shape[] = [new Square(3), new Box(2, 5)];
  for (const shape of shapes) console.log(shape.text());
}
