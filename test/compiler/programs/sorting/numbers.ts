// sort with a comparison, up and down, and on what is sorted already.
export function start(): void {
  const a = [5, -3, 9, 0, 5, 12, -3, 7, 4294967296, -9007199254740991];
  console.log(a.slice().sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)).join());
  console.log(a.slice().sort((x, y) => (x < y ? 1 : x > y ? -1 : 0)).join());
  const b = [3, 1, 2];
  console.log(`${b.sort((x, y) => x - y) === b} ${b.join()} ${b.sort((x, y) => x - y).join()} ${b.sort((x, y) => y - x).join()}`);
  const none: number[] = [];
  console.log(`${none.sort((x, y) => x - y).length} ${[1].sort((x, y) => x - y).join()}`);
}
