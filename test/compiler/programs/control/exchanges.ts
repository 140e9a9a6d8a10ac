// Variables that change places in loops, ways that end nowhere, and two names of one thing.
function rotate(n: number): string {
  let [a, b, c, d] = [1, 2, 3, 4];
  for (let i = 0; i < n; i++) {
    if (i % 2 === 0) [a, b] = [b, a];
    else [a, b, c, d] = [d, a, b, c];
  }
  return `${a}${b}${c}${d}`;
}

function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function dead(n: number): number {
  let x = n;
  if (n > 5) {
    while (true) {
      if (x > 100) return x;
      x *= 2;
    }
  }
  if (false) {
    x = 7;
  }
  for (;;) {
    if (x++ > 3) break;
    else continue;
  }
  return x;
}

function critical(n: number, m: number): number {
  let r = 0;
  outer: for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (j === 3) continue outer;
      if (i * j > 20) break outer;
      r += i ^ j;
    }
    r += 100;
  }
  return r;
}

function bools(a: boolean, b: boolean, n: number): string {
  let x = a;
  let y = b;
  for (let i = 0; i < n; i++) {
    const t = x;
    x = !y;
    y = t && x || !t;
    if (x === y) x = !x;
  }
  return `${x} ${y} ${x && y} ${x || y} ${x !== y} ${(x ? 1 : 0) + (y ? 1 : 0)}`;
}

class Cell {
  value = 0;
  next: Cell | null = null;
}

function chain(n: number): string {
  let head: Cell | null = null;
  let tail: Cell | null = null;
  for (let i = 0; i < n; i++) {
    const c = new Cell();
    c.value = i;
    if (tail === null) head = c;
    else tail.next = c;
    tail = c;
  }
  let s = "";
  for (let c = head; c !== null; c = c.next) {
    s += `${c.value}`;
    c.value = c.next?.value ?? -1;
  }
  for (let c = head; c !== null; c = c.next)
    s += `,${c.value}`;
  return s;
}

function alias(p: Cell, q: Cell): string {
  let s = "";
  for (let i = 0; i < 3; i++) {
    const before = p.value;
    q.value = before + i;
    s += `${before} ${p.value} ${q.value};`;
    p.value = q.value * 2;
  }
  return s;
}

let shared = 0;

function bump(): number {
  shared += 3;
  return shared;
}

function globals(): string {
  const a = shared;
  const b = bump();
  const c = shared;
  shared = 10;
  const d = shared;
  const e = bump() + shared;
  return `${a} ${b} ${c} ${d} ${e}`;
}

function arrays(): string {
  const a = [1, 2, 3];
  const b = a;
  let s = 0;
  for (let i = 0; i < a.length; i++) {
    s += a[i]!;
    if (i < 2) b.push(a[i]! * 10);
    if (i === 1) b[2] = 50;
  }
  return `${s} ${a.length} ${a.join(",")}`;
}

function minmax(a: number, b: number): string {
  const lo = Math.min(a, b);
  const hi = Math.max(a, b);
  return `${lo} ${hi} ${hi - lo} ${lo < hi ? "lt" : lo === hi ? "eq" : "gt"} ${Math.max(lo, 3)} ${Math.min(Math.max(a, 0), 10)}`;
}

export function start(): void {
  for (let n = 0; n < 6; n++)
    console.log(`${rotate(n)} ${dead(n)} ${critical(n, 5)} ${critical(9, n)} ${bools(n > 2, n % 2 === 0, n)} ${chain(n)}`);
  console.log(`${gcd(48, 18)} ${gcd(0, 5)} ${gcd(5, 0)} ${gcd(-48, 18)} ${gcd(9007199254740991, 6361)}`);
  const c = new Cell();
  console.log(alias(c, c));
  console.log(alias(new Cell(), c));
  console.log(globals());
  console.log(globals());
  console.log(arrays());
  console.log(`${minmax(1, 2)} ${minmax(2, 1)} ${minmax(-9007199254740991, 0)} ${minmax(5, 5)}`);
}
