// filter and find by a class: what is left is known to be of it.
class Point {
  readonly x: number;
  constructor(x: number) { this.x = x; }
}

class Far extends Point {
  readonly z = 9;
}

export function start(): void {
  const points = [new Point(1), new Far(2), new Point(3), new Far(4)];
  console.log(`${points.filter((p) => p instanceof Far).reduce((sum, p) => sum + p.z * p.x, 0)}`);
  console.log(`${points.find((p) => p instanceof Far)?.z ?? -1} ${points.slice(2, 3).find((p) => p instanceof Far)?.z ?? -1}`);

  // TypeScript is sure that && is not reached.
  let isThere = points.length === 4;
  isThere ||= ((isThere || isThere) && points.length === 5);
  console.log(`${isThere}`);
}
