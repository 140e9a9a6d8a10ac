// Values of modules, which are computed at compile time.

import { LIMIT, counter, bump, TABLE, Registry } from "./registry";
const squares = [1, 2, 3].map((x) => x * x);
const names = new Map<string, number>();
const origin = { x: 1, y: 2, label: "o" };
const [first, second] = [10, 20] as const;
let state = "idle";
const greet = (n: string): string => `hi ${n}`;
const byName = { a: 1, b: 2 } as const;
const rows = [
  ["add", 1, true], ["sub", 2, false],
] as const;
export function start(): void {
  console.log(`${LIMIT} ${counter} ${squares.join(",")} ${origin.x + origin.y}${origin.label}`);
  bump(); bump();
  console.log(`${counter} ${LIMIT}`);
  names.set("x", 1); names.set("y", 2);
  for (const [k, v] of names) console.log(`${k}=${v}`);
  console.log(`${first} ${second} ${state}`);
  state = "busy";
  console.log(state + greet("bob") + String(byName.a + byName.b));
  for (const [name, n, flag] of rows) console.log(`${name} ${n} ${flag}`);
  for (const row of TABLE) console.log(`${row.name}:${row.cost}`);
  Registry.add("one"); Registry.add("two");
  console.log(`${Registry.size} ${Registry.all.join("|")} ${Registry.last.count}`);
  bump();
  console.log(`${counter}`);
}
