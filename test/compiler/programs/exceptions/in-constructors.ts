// A constructor that throws, and one that catches.
class Positive {
  readonly n: number;
  constructor(n: number) {
    if (n <= 0) throw new Error(`${n} is not positive`);
    this.n = n;
  }
}

class Safe {
  readonly p: Positive;
  readonly ok: boolean;
  constructor(n: number) {
    let [p, ok] = [new Positive(1), true];
    try { p = new Positive(n); } catch { ok = false; }
    this.p = p;
    this.ok = ok;
  }
}

export function start(): void {
  for (const n of [5, 0, -1]) {
    const s = new Safe(n);
    console.log(`${n} ${s.p.n} ${s.ok}`);
  }
  try { console.log(`${new Positive(0).n}`); } catch (e) { if (e instanceof Error) console.log(e.message); }
}
