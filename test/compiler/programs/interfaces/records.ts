// Object literals with a named type and without.
interface Point { readonly x: number; readonly y: number }
type Line = { from: Point; to: Point; label: string };

const ORIGIN: Point = { x: 0, y: 0 };

function move(p: Point, dx: number, dy: number): Point {
  return { x: p.x + dx, y: p.y + dy };
}

function length({ from, to }: Line): number {
  return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
}

export function start(): void {
  const line: Line = { from: ORIGIN, to: move(ORIGIN, 3, -4), label: "l" };
  console.log(`${length(line)} ${line.label}`);
  line.label += "2";
  line.to = move(line.to, 0, 10);
  console.log(`${length(line)} ${line.label} ${line.from === ORIGIN}`);
  const { from: { x }, to: { y: end }, label } = line;
  console.log(`${x} ${end} ${label}`);
  const local = { n: 1, s: "s", f: (k: number): number => k * 2 };
  local.n += 4;
  console.log(`${local.n} ${local.s} ${local.f(local.n)}`);
}
