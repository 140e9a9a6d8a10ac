// What TypeScript knows to be impossible is handed to a parameter of type never.
class Circle {
  readonly kind = "circle";
  radius = 2;
}

class Square {
  readonly kind = "square";
  side = 3;
}

function impossible(what: never): never {
  throw new Error(`${what}`);
}

function area(shape: Circle | Square): number {
  switch (shape.kind) {
    case "circle": return 3 * shape.radius * shape.radius;
    case "square": return shape.side * shape.side;
    default: return impossible(shape);
  }
}

export function start(): void {
  console.log(`${area(new Circle())} ${area(new Square())}`);
}
