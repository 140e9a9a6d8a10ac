// What tests and loops say of a number, at the edges of everything: where a check was left out, it was for nothing.
function upTo(from: number, to: number, step: number): number {
  let n = 0;
  for (let i = from; i < to; i += step) n++;
  return n;
}

function downTo(from: number, to: number): number {
  let s = 0;
  for (let i = from; i > to; i--) s += i & 3;
  return s;
}

function insertion(a: number[]): string {
  for (let i = 1; i < a.length; i++) {
    const x = a[i]!;
    let j = i - 1;
    while (j >= 0 && a[j]! > x) {
      a[j + 1] = a[j]!;
      j--;
    }
    a[j + 1] = x;
  }
  return a.join(",");
}

function edge(n: number): string {
  const out: string[] = [];
  out.push(`${n - 1 + 1} ${-n} ${n | 0} ${n >>> 0} ${n & -1} ${n ^ -1} ${~n}`);
  out.push(`${n << 31} ${n >> 31} ${n >>> 31} ${n << 32} ${n >>> 33} ${n % 2} ${Math.trunc(n / 2)}`);
  out.push(`${Math.trunc(n / -2)} ${Math.floor(n / 2)} ${n % -7} ${Math.floor(n / -7)} ${Math.abs(n)} ${Math.imul(n, n)} ${Math.clz32(n)}`);
  return out.join(" ");
}

const EDGES = [
  0, 1, -1, 2, -2, 7, -7, 2147483647, -2147483648, 2147483648, 4294967295, 4294967296, -4294967296, -4294967295,
  9007199254740990, -9007199254740990, 4503599627370496, -4503599627370497,
];

function masks(n: number): string {
  let out = "";
  if (n >= 0)
    out += `${n & 255} ${n % 256} ${n & 4294967295} ${Math.trunc(n / 256)} ${n >> 8} `;
  else
    out += `${n & 255} ${n % 256} ${n & -256} ${Math.trunc(n / 256)} ${n >> 8} `;
  if (n > -100 && n < 100)
    out += `${n * n} ${n * 8} ${(n * 8) & 15} ${n % 10} ${(n << 3) >> 3} ${(n << 24) >> 24} ${(n << 24) >>> 24}`;
  if (n === 7 || n === -7)
    out += ` eq${n * 3}`;
  return out;
}

function meets(a: number, b: number): string {
  let s = "";
  if (a < b) s += a <= b - 1 ? "A" : "a";
  else s += b <= a ? "B" : "b";
  if (a <= b && b <= a) s += a === b ? "C" : "c";
  if (a - b < 0) s += a < b ? "D" : "d";
  if (a + 1 > b) s += a >= b ? "E" : "e";
  if (a !== b) s += a < b || a > b ? "F" : "f";
  return s;
}

export function start(): void {
  console.log(`${upTo(0, 0, 1)} ${upTo(5, 0, 1)} ${upTo(0, 10, 3)} ${upTo(9007199254740985, 9007199254740990, 1)}`);
  console.log(`${downTo(0, 0)} ${downTo(5, 0)} ${downTo(-9007199254740985, -9007199254740990)}`);
  console.log(`${insertion([])} ${insertion([1])} ${insertion([3, 1, 2, -5, 9, 9, 0])}`);
  for (const n of EDGES) {
    console.log(edge(n));
    console.log(masks(n));
  }
  for (const a of [-2, 0, 3, 9007199254740990])
    for (const b of [-2, -1, 0, 3, 4])
      if (a < 100 || b >= 0) console.log(meets(a, b));
}
