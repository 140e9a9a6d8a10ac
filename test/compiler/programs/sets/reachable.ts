// What can be reached in a graph.
export function start(): void {
  const edges = new Map<string, string[]>();
  for (const edge of "ab bc ca de ef fg gd cx".split(" ")) {
    const from = edge.slice(0, 1);
    const list = edges.get(from) ?? [];
    list.push(edge.slice(1));
    edges.set(from, list);
  }
  for (const from of ["a", "d", "x"]) {
    const seen = new Set<string>();
    seen.add(from);
    for (const at of seen) for (const to of edges.get(at) ?? []) seen.add(to);
    console.log(`${from}: ${[...seen].join(" ")}`);
  }
}
