// Values that live across many calls.
function id(n: number): number {
  return n;
}

export function start(): void {
  const a = id(1), b = id(2), c = id(3), d = id(4), e = id(5), f = id(6), g = id(7), h = id(8);
  const i = id(9), j = id(10), k = id(11), l = id(12), m = id(13), n = id(14), o = id(15), p = id(16);
  const s = id(a + b) + id(c + d) * id(e + f) - id(g + h) + id(i + j) * id(k + l) - id(m + n) + id(o + p);
  console.log(`${s} ${a}${b}${c}${d}${e}${f}${g}${h}${i}${j}${k}${l}${m}${n}${o}${p}`);
  console.log(`${id(id(id(a) + id(b)) + id(id(c) + id(d) * id(e)))}`);
}
