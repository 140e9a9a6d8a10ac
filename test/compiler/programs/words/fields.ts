// Words in fields, arrays, maps and closures.
class Register {
  value = 0n;

  add(n: bigint): this {
    this.value = BigInt.asUintN(64, this.value + n);
    return this;
  }
}

export function start(): void {
  const r = new Register().add(5n).add(0xffff_ffff_ffff_ffffn);
  console.log(`${r.value}`);
  const a = [1n, 2n, 3n];
  a.push(0xffff_ffff_ffff_fffen);
  console.log(`${a.join(" ")} ${a.indexOf(3n)} ${a.includes(4n)} ${a.map((w) => w >> 1n).join(" ")}`);
  const m = new Map<bigint, string>();
  for (const w of a) m.set(w & 1n, `last ${w}`);
  console.log(`${m.get(0n)!} ${m.get(1n)!} ${m.size} ${m.has(2n)}`);
  let total = 0n;
  const add = (w: bigint): void => { total = BigInt.asUintN(64, total + w); };
  a.forEach(add);
  console.log(`${total}`);
}
