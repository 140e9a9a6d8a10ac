// Statements and operators, one after the other.

function classify(n: number): string {
  switch (n) { case 1: case 2: return "low"; case 3: { const x = "three"; return x; } default: return "many"; }
}
function run(n: number): string {
  let log = "";
  try {
    log += "t";
    if (n === 1) throw new Error("one");
    if (n === 2) return log + "r";
    log += "e";
  } catch (e) {
    log += e instanceof Error ? e.message : "?";
  } finally {
    log += "f";
  }
  return log;
}
function loopTry(): string {
  let s = "";
  for (let i = 0; i < 5; i++) {
    try { if (i === 1) continue; if (i === 3) break; s += `${i}`; } finally { s += "f"; }
  }
  return s;
}
const enum_ = { Red: 0, Green: 1 } as const;
type Color = (typeof enum_)[keyof typeof enum_];
function color(c: Color): string { return c === enum_.Red ? "red" : "green"; }
export function start(): void {
  console.log([1, 3, 9].map((n) => classify(n)).join());
  console.log(`${run(0)} ${run(1)} ${run(2)} ${loopTry()}`);
  console.log(color(0) + color(enum_.Green));
  outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 2) continue outer; if (i === 2) break outer; console.log(`${i}${j}`); } }
  const u8 = new Uint8Array([1, 2, 300]);
  const v = u8.subarray(1);
  v[0] = 77;
  console.log(`${u8[1]!} ${u8[2]!} ${v.length} ${u8.indexOf(44)}`);
  const words = BigUint64Array.BYTES_PER_ELEMENT;
  console.log(`${words} ${BigInt.asUintN(64, 0n - 1n)} ${Number(12n)} ${(255).toString(16)} ${0xffn.toString(2)}`);
  let a = 1, b = 2;
  [a, b] = [b, a];
  console.log(`${a}${b} ${a > b ? "gt" : "le"} ${-a} ${~b} ${a << 3} ${-5 >>> 28} ${-5 >> 1} ${7 % -3} ${-7 % 3}`);
  console.log(`${Math.trunc(-7 / 2)} ${Math.floor(-7 / 2)} ${(-7 / 2) | 0} ${Math.min(1, 2)} ${Math.abs(-4)} ${Math.sign(-3)} ${Math.imul(65537, 65537)} ${Math.clz32(1)}`);
  const set = new Set<string>(); set.add("a").add("b").add("a");
  console.log(`${set.size} ${[...set].join()} ${[...new Map<number, string>().keys()].length}`);
  const m = new Map<string, number[]>();
  for (const w of "a b a c a".split(" ")) { const l = m.get(w); if (l === undefined) m.set(w, [w.length]); else l.push(1); }
  console.log([...m.entries()].map(([k, l]) => `${k}${l.length}`).sort((x, y) => (x < y ? -1 : 1)).join(" "));
  console.log(`${["b", "a"].includes("a")} ${[3, 1, 2].sort((x, y) => x - y).reverse().join("")} ${[1, 2, 3].reduce((s, x) => s + x, 0)}`);
  do { a++; } while (a < 10);
  console.log(`${a}`);
}
