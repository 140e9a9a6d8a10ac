// At compile time too, a function may take less than it is given.
const squares = [0, 1, 4, 9, 16];
const next = squares.map((each) => each + 1);
const large = squares.filter((each) => each > 3);
const constant = squares.map(() => 7);
const total = next.reduce((sum, each) => sum + each, 100);

export function start(): void {
  console.log(`${next.join()} ${large.join()} ${constant.join()} ${total}`);
}
