// Maps and sets spread into arrays.
export function start(): void {
  const m = new Map<string, number>();
  m.set("a", 1).set("b", 2);
  const s = new Set<string>();
  for (const k of [...m.keys(), "c", ...m.keys()]) s.add(k);
  console.log(`${[...m.keys()].join()} ${[...m.values()].join()} ${[...m].map(([k, v]) => `${k}${v}`).join()} ${[...s].join()} ${["z", ...s, "z"].join("")}`);
}
