// Closures that share a variable, and closures that do not.
function counter(from: number): { up: () => number; down: () => number } {
  let n = from;
  return { up: () => ++n, down: () => --n };
}

export function start(): void {
  const [a, b] = [counter(10), counter(100)];
  console.log(`${a.up()} ${a.up()} ${b.down()} ${a.down()} ${b.up()} ${a.up()}`);
}
