// Default parameters, computed at each call and from those before.
let calls = 0;

function next(): number {
  calls++;
  return calls;
}

function f(a: number, b = a * 2, c: number = next(), d = `${a}${b}`): string {
  return `${a} ${b} ${c} ${d}`;
}

class Box {
  readonly #size: number;

  constructor(size = 3) {
    this.#size = size;
  }

  area(times = this.#size): number {
    return this.#size * times;
  }
}

export function start(): void {
  console.log(f(1));
  console.log(f(1, 5));
  console.log(f(1, 5, 9));
  console.log(f(1, 5, 9, "d"));
  console.log(f(2, undefined, undefined, "e"));
  console.log(`${calls} ${new Box().area()} ${new Box(5).area()} ${new Box(5).area(2)}`);
  const g = (n = 7): number => n + 1;
  console.log(`${g()} ${g(1)}`);
}
