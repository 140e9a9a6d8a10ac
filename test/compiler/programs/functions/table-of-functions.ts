// A record of functions, checked with `satisfies`.
type Operation = (a: number, b: number) => number;

const OPERATIONS = {
  add: function (a, b) { return a + b; },
  sub: (a, b) => a - b,
  max: (a, b) => Math.max(a, b),
} satisfies Record<string, Operation>;

export function start(): void {
  const all: Operation[] = [OPERATIONS.add, OPERATIONS.sub, OPERATIONS.max];
  console.log(all.map((f) => f(7, 5)).join());
  console.log(`${OPERATIONS.add(1, 2)} ${OPERATIONS.sub(1, 2)}`);
}
