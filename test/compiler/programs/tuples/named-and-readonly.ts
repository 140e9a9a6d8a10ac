// Readonly tuples and tuples whose elements have names.
type Range = readonly [from: number, to: number];

function length([from, to]: Range): number {
  return to - from;
}

function overlap(a: Range, b: Range): Range | null {
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return from < to ? [from, to] : null;
}

export function start(): void {
  const common = overlap([0, 10], [5, 20]);
  console.log(`${length([3, 8])} ${common === null ? "none" : `${common[0]}..${common[1]}`} ${overlap([0, 1], [1, 2]) === null}`);
}
