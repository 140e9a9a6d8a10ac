// The towers of Hanoi.
const moves: string[] = [];

function move(n: number, from: string, to: string, by: string): void {
  if (n === 0) return;
  move(n - 1, from, by, to);
  moves.push(from + to);
  move(n - 1, by, to, from);
}

export function start(): void {
  move(5, "A", "C", "B");
  console.log(`${moves.length} ${moves.join(" ")}`);
}
