// Fields of every type.
class Everything {
  n = -1;
  w = 0xffff_ffff_ffff_ffffn;
  b = true;
  s = "s";
  list: string[] = [];
  bytes = new Uint8Array(2);
  map = new Map<string, number>();
  set = new Set<number>();
  pair: [number, string] = [1, "one"];
  other: Everything | null = null;
  f: (n: number) => number = (n) => n + this.n;
}

export function start(): void {
  const e = new Everything();
  e.other = new Everything();
  e.other.n = 41;
  e.list.push("a");
  e.other.list.push("b", "c");
  e.bytes[1] = 300;
  e.map.set("k", 5);
  e.set.add(9);
  e.pair = [2, e.pair[1] + "!"];
  console.log(`${e.n} ${e.w} ${e.b} ${e.s} ${e.list.length} ${e.other.list.length} ${e.bytes[1]!} ${e.map.size} ${e.other.map.size}`);
  console.log(`${e.set.has(9)} ${e.pair[0]} ${e.pair[1]} ${e.f(1)} ${e.other.f(1)} ${e.other.other === null}`);
}
