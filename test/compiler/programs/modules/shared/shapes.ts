// Classes and interfaces that other modules use.
export interface Shape {
  readonly name: string;
  area(): number;
}

export class Square implements Shape {
  readonly name: string = "square";
  protected readonly side: number;

  constructor(side: number) {
    this.side = side;
  }

  area(): number {
    return this.side * this.side;
  }
}

export function describe(shape: Shape): string {
  return `${shape.name} of ${shape.area()}`;
}

export class Unused {
  never(): string {
    return "this class is in no image";
  }
}
