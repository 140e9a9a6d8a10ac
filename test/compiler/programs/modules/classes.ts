// A class of another module, derived from here.
import { Square, describe, type Shape } from "./shared/shapes";

class Cube extends Square {
  override readonly name: string = "cube";

  override area(): number {
    return 6 * super.area();
  }

  get edge(): number {
    return this.side;
  }
}

class Dot implements Shape {
  readonly name = "dot";
  area(): number { return 0; }
}

export function start(): void {
  for (const shape of [new Square(3), new Cube(2)]) console.log(describe(shape));
  console.log(`${describe(new Dot())} ${new Cube(7).edge}`);
}
