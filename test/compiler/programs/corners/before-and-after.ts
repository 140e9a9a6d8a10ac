// In what order the parts of an assignment and a call are computed, when one changes another.
class Cell {
  value: number;

  constructor(value: number) {
    this.value = value;
  }

  plus(n: number): number {
    return this.value + n;
  }
}

export function start(): void {
  let i = 0;
  const numbers = [1, 2, 3];
  const move = (): number => { i = 2; return 10; };
  numbers[i]! += move();
  numbers[i++] = numbers[0]! - i++;
  console.log(`${numbers.join()} ${i}`);
  let cell = new Cell(1);
  const old = cell;
  const swap = (): number => { cell = new Cell(100); return 7; };
  cell.value += swap();
  console.log(`${cell.value} ${old.value}`);
  cell = old;
  console.log(`${cell.plus(swap())} ${cell.plus(0)}`);
  let x = 1;
  const ten = (): number => { x = 10; return 5; };
  const sum = x + ten() + x;
  x += ten();
  console.log(`${sum} ${x}`);
  let f = (n: number): number => n;
  const other = (): number => { f = (n) => 100 * n; return 3; };
  console.log(`${f(other())} ${f(1)}`);
}
