// Choices in choices, of every type.
function sign(n: number): number {
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}

export function start(): void {
  for (const n of [-9, 0, 9]) {
    const text = n === 0 ? "zero" : sign(n) > 0 ? "plus" : "minus";
    const w = n > 0 ? 1n : 2n;
    const a = n < 0 ? [n] : [n, n];
    console.log(`${sign(n)} ${text} ${w} ${a.length} ${(n > 0 ? [1, 2] : [3])[0]!}`);
  }
  let [x, y] = [1, 2];
  if (x < y) x = y > 1 ? (y = 7) : 3;
  console.log(`${x} ${y}`);
}
