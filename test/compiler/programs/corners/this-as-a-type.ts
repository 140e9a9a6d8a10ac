// A method that gives `this` gives what the object is where it is called.
class Shape {
  x = 0;

  move(by: number): this {
    this.x += by;
    return this;
  }
}

class Circle extends Shape {
  radius = 1;

  grow(by: number): this {
    this.radius += by;
    return this;
  }
}

export function start(): void {
  const circle = new Circle().move(3).grow(4).move(-1);
  console.log(`${circle.x} ${circle.radius} ${circle.move(0) === circle}`);
}
