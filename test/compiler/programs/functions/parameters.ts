// One to eight parameters, of every kind.
function eight(a: number, b: string, c: boolean, d: bigint, e: number[], f: number, g: string, h: number): string {
  return `${a}${b}${c}${d}${e.length}${f}${g}${h}`;
}

function none(): number {
  return 4;
}

function one(a: number): number {
  a += 1;
  return a;
}

export function start(): void {
  console.log(eight(1, "b", true, 4n, [5, 5], 6, "g", 8));
  console.log(eight(none(), `${one(1)}`, !false, BigInt(one(2)), [], one(one(3)), "x".repeat(one(1)), none() * none()));
  const n = 10;
  console.log(`${one(n)} ${n}`);
}
