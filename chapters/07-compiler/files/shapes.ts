interface Shape {
  area(): number;
}

class Square implements Shape {
  readonly side: number;

  constructor(side: number) {
    this.side = side;
  }

  area(): number {
    return this.side * this.side;
  }
}

class Rectangle implements Shape {
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  area(): number {
    return this.width * this.height;
  }
}

export function start(): void {
  const shapes: readonly Shape[] = [new Square(7), new Rectangle(3, 5)];
  for (const shape of shapes) console.log(`${shape.area()}`);
}
