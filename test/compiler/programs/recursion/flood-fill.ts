// Regions of a map of letters.
const MAP = ["aabba", "abbba", "aaaca", "ccaca", "ccccc"];

export function start(): void {
  const grid = MAP.map((row) => row.split(""));
  const fill = (x: number, y: number, from: string, to: string): number => {
    if (y < 0 || y >= grid.length || x < 0 || x >= grid[y]!.length || grid[y]![x]! !== from) return 0;
    grid[y]![x] = to;
    return 1 + fill(x + 1, y, from, to) + fill(x - 1, y, from, to) + fill(x, y + 1, from, to) + fill(x, y - 1, from, to);
  };
  let region = 0;
  for (let y = 0; y < 5; y++) {
    for (let x = 0; x < 5; x++) {
      const letter = grid[y]![x]!;
      if (letter >= "a") console.log(`${letter} ${region} ${fill(x, y, letter, String(region++))}`);
    }
  }
  for (const row of grid) console.log(row.join(""));
}
