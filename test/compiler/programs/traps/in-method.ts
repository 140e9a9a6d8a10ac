// A trap six calls deep, through a closure and an interface.
interface Shape { area(): number }

class Box implements Shape {
  readonly sides: number[];
  constructor(sides: number[]) { this.sides = sides; }
  area(): number {
    return this.side(0) * this.side(1);
  }
  side(i: number): number {
    return this.sides[i]!;
  }
}

function total(shapes: readonly Shape[]): number {
  const add = (shape: Shape): number => shape.area();
  let sum = 0;
  for (const shape of shapes) sum += add(shape);
  return sum;
}

export function start(): void {
  console.log(`${total([new Box([2, 3])])}`);
  console.log(`${total([new Box([2, 3]), new Box([4])])}`);
}
