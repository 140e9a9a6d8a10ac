// Objects taken apart: renamed, nested, with defaults, in parameters.
class Point { x = 1; y = 2; readonly name: string; constructor(name: string) { this.name = name; } }
interface Options { readonly width: number; readonly title: string; readonly origin: Point }

function show({ width, title: t, origin: { x, y } }: Options): string {
  return `${t} ${width} ${x},${y}`;
}

export function start(): void {
  const p = new Point("p");
  const { x, name: called } = p;
  console.log(`${x} ${called} ${show({ width: 5, title: "t", origin: p })}`);
  let [a, b] = [0, 0];
  ({ x: a, y: b } = p);
  console.log(`${a} ${b}`);
  for (const { x: px, name } of [p, new Point("q")]) console.log(`${name}${px}`);
  const sum = ({ x: u, y: v }: Point): number => u * 10 + v;
  console.log(`${[p].map(sum).join()} ${[p].map(({ name }) => name).join()}`);
}
