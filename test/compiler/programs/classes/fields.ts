// Fields, their first values and their order.
let made = 0;

function next(): number {
  return ++made;
}

class A {
  a = next();
  readonly b: number;
  c = this.a * 10;
  d: string;
  static count = 100;

  constructor(b: number) {
    this.b = b;
    this.d = `${this.a}${this.b}${this.c}`;
    A.count++;
  }
}

export function start(): void {
  const [x, y] = [new A(7), new A(8)];
  console.log(`${x.a} ${x.b} ${x.c} ${x.d} ${y.a} ${y.b} ${y.c} ${y.d} ${A.count} ${made}`);
  x.a = 50;
  x.d += "!";
  console.log(`${x.a} ${y.a} ${x.d} ${x === x} ${x === y} ${x !== y}`);
}
