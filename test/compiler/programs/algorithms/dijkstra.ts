// Shortest ways through a graph, with a heap.
class Edge { readonly to: number; readonly cost: number; constructor(to: number, cost: number) { this.to = to; this.cost = cost; } }

class Heap {
  readonly #items: [number, number][] = [];

  get size(): number { return this.#items.length; }

  push(key: number, value: number): void {
    const a = this.#items;
    a.push([key, value]);
    for (let i = a.length - 1; i > 0;) {
      const up = (i - 1) >> 1;
      if (a[up]![0] <= a[i]![0]) break;
      [a[up], a[i]] = [a[i]!, a[up]!];
      i = up;
    }
  }

  pop(): [number, number] {
    const a = this.#items;
    const top = a[0]!;
    const last = a.pop()!;
    if (a.length > 0) a[0] = last;
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < a.length && a[child]![0] < a[least]![0]) least = child;
      if (least === i) return top;
      [a[least], a[i]] = [a[i]!, a[least]!];
      i = least;
    }
  }
}

export function start(): void {
  const count = 40;
  const edges: Edge[][] = [];
  for (let i = 0; i < count; i++) edges.push([1, 2, 3].map((k) => new Edge((i * 7 + k * 11) % count, (i * k * 13) % 17 + 1)));
  const far = Number.MAX_SAFE_INTEGER;
  const distance = new Array<number>(count).fill(far);
  distance[0] = 0;
  const heap = new Heap();
  heap.push(0, 0);
  while (heap.size > 0) {
    const [d, at] = heap.pop();
    if (d > distance[at]!) continue;
    for (const { to, cost } of edges[at]!) {
      if (d + cost < distance[to]!) {
        distance[to] = d + cost;
        heap.push(d + cost, to);
      }
    }
  }
  console.log(distance.map((d) => (d === far ? "-" : `${d}`)).join(" "));
}
