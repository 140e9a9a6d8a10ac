// How many ways eight queens have.
function count(size: number, row: number, columns: number, down: number, up: number): number {
  if (row === size) return 1;
  let ways = 0;
  for (let x = 0; x < size; x++) {
    const [c, d, u] = [1 << x, 1 << (row + x), 1 << (row - x + size)];
    if ((columns & c) === 0 && (down & d) === 0 && (up & u) === 0) ways += count(size, row + 1, columns | c, down | d, up | u);
  }
  return ways;
}

export function start(): void {
  for (let size = 1; size <= 7; size++) console.log(`${size}: ${count(size, 0, 0, 0, 0)}`);
}
