// Six calls deep, one of them through a closure and one through an interface, and then a trap. Tests and the debugger
// name its lines.

interface Step {
  take(n: number): number;
}

class Down implements Step {
  readonly #values: readonly number[];

  constructor(values: readonly number[]) {
    this.#values = values;
  }

  take(n: number): number {
    return element(this.#values, n);              // 16
  }
}

class Up implements Step {
  take(n: number): number {
    return n + 1;
  }
}

function element(values: readonly number[], n: number): number {
  return values[n]!;                              // 27
}

function walk(step: Step, n: number): number {
  return step.take(n) + 1;                        // 31
}

function each(steps: readonly Step[], visit: (step: Step) => number): number {
  let sum = 0;
  for (const step of steps) sum += visit(step);   // 36
  return sum;
}

function total(n: number): number {
  const steps: Step[] = [new Up(), new Down([1, 2, 3])];
  return each(steps, (step) => walk(step, n)) + 1; // 42
}

export function start(): void {
  console.log(`${total(1)}`);
  console.log(`${total(3)}`);                     // 47
}
